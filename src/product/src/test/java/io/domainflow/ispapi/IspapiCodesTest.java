package io.domainflow.ispapi;

import static org.assertj.core.api.Assertions.assertThat;

import io.domainflow.registrar.RefusalReason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A stored code is described in words. */
class IspapiCodesTest {

  private final IspapiCodes codes = new IspapiCodes();

  @ParameterizedTest
  @CsvSource({
    "AddDomain, 200, false",
    "CheckDomains, 211, false",
    "CheckDomainTransfer, 219, false",
    "StatusDomainTransfer, 545, false",
    "DeleteDomain, 545, true",
    "AddDomain, 549, true",
    "StatusDomain, 421, true",
    "StatusUser, 530, true",
    "CheckDomains, 599, true"
  })
  void knowsWhetherACallWentWrong(String command, int code, boolean wrong) {
    assertThat(codes.wentWrong(command, code)).isEqualTo(wrong);
  }

  @ParameterizedTest
  @CsvSource({
    "545, NOT_FOUND",
    "531, OF_ANOTHER_ACCOUNT",
    "540, ALREADY_THERE",
    "554, NAME_TAKEN",
    "548, TOO_EARLY_TO_RENEW",
    "510, NOT_OFFERED",
    "504, VALUE_MISSING",
    "200, OTHER",
    "599, OTHER"
  })
  void recognisesWhyACodeRefuses(int code, RefusalReason reason) {
    assertThat(codes.reason(code)).isEqualTo(reason);
  }

  @Test
  void knowsTheCodeOfAReason() {
    assertThat(codes.code(RefusalReason.NOT_FOUND)).isEqualTo(545);
    assertThat(codes.code(RefusalReason.TOO_EARLY_TO_RENEW)).isEqualTo(548);
  }

  @Test
  void saysWhatACodeMeansOnlyWhereItIsDocumented() {
    assertThat(codes.meaning(545)).contains("Object not found");
    assertThat(codes.meaning(599)).isEmpty();
  }
}
