package io.domainflow.lineprotocol;

import static org.assertj.core.api.Assertions.assertThat;

import io.domainflow.lineprotocol.message.RegistrarResponse;
import io.domainflow.lineprotocol.message.ResultCode;
import io.domainflow.registrar.Answer.Kind;
import io.domainflow.registrar.Answer.Load;
import io.domainflow.registrar.RefusalReason;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The table lists every code with every text of the command pages, and its meaning. */
class AnswerMeaningTest {

  @ParameterizedTest
  @CsvFileSource(
      resources = "/io/domainflow/lineprotocol/message/result-codes.tsv",
      delimiter = '\t',
      numLinesToSkip = 1)
  void everyDocumentedCodeHasAMeaning(int code, String description, Kind query, Kind mutation) {
    assertThat(AnswerMeaning.kindOf(answer(code, description), false)).isEqualTo(query);
    assertThat(AnswerMeaning.kindOf(answer(code, description), true)).isEqualTo(mutation);
  }

  @ParameterizedTest
  @EnumSource
  void aQueryLeavesNothingInDoubt(ResultCode code) {
    assertThat(AnswerMeaning.kindOf(answer(code.code(), code.text()), false))
        .isNotEqualTo(Kind.IN_DOUBT);
  }

  @ParameterizedTest
  @ValueSource(ints = {100, 201, 299, 424, 499, 559, 599, 999})
  void anUnknownCodeLeavesAMutationInDoubt(int code) {
    RegistrarResponse answer = answer(code, "Something new");

    assertThat(AnswerMeaning.kindOf(answer, true)).isEqualTo(Kind.IN_DOUBT);
    assertThat(AnswerMeaning.kindOf(answer, false)).isEqualTo(Kind.TRY_LATER);
    assertThat(AnswerMeaning.reasonOf(answer)).isEqualTo(RefusalReason.OTHER);
    assertThat(AnswerMeaning.isAway(answer)).isFalse();
    assertThat(AnswerMeaning.loadOf(answer)).isEqualTo(Load.FINE);
  }

  @Test
  void aPendingAnswerIsASuccess() {
    RegistrarResponse pending = new RegistrarResponse(200, "Command completed", true, Map.of());

    assertThat(AnswerMeaning.kindOf(pending, true)).isEqualTo(Kind.SUCCESS);
  }

  @ParameterizedTest
  @CsvSource({
    "200, Command completed successfully, OTHER",
    "211, Domain name not available, NAME_TAKEN",
    "422, abuse, ACCOUNT_STOPPED",
    "535, no, ADDRESS",
    "500, Invalid command name, UNKNOWN_COMMAND",
    "502, Invalid entity value, OTHER_SYSTEM",
    "503, Invalid attribute name, UNKNOWN_FIELD",
    "504, Missing required attribute, VALUE_MISSING",
    "505, Invalid attribute value syntax, VALUE_MALFORMED",
    "506, Invalid option value, VALUE_REFUSED",
    "510, Command not supported for this class, NOT_OFFERED",
    "540, Attribute value is not unique, ALREADY_THERE",
    "541, Invalid attribute value, VALUE_REFUSED",
    "543, Final or implicit attribute cannot be updated, FIELD_IS_FIXED",
    "544, Entity on hold, NOT_NOW",
    "545, Object not found, NOT_FOUND",
    "547, Invalid command sequence, NOT_NOW",
    "548, Object is not up for renewal, TOO_EARLY_TO_RENEW",
    "549, Invalid characters, VALUE_REFUSED",
    "552, Object status does not allow for operation, STATUS_PROHIBITS",
    "554, Object already registered, NAME_TAKEN",
    "555, Object already renewed, OTHER"
  })
  void aCodeSaysWhyNot(int code, String description, RefusalReason reason) {
    assertThat(AnswerMeaning.reasonOf(answer(code, description))).isEqualTo(reason);
  }

  @ParameterizedTest
  @CsvSource({
    "Authorization failed, OF_ANOTHER_ACCOUNT",
    "Authorization failed; USERTRANSFER - AUTH CODE REQUIRED, OF_ANOTHER_ACCOUNT",
    "Authorization failed; Operation forbidden by ACL, RIGHT_MISSING",
    "Authorization failed; operation forbidden by acl, RIGHT_MISSING",
    "Authorization failed; name oracle.com, OF_ANOTHER_ACCOUNT"
  })
  void theWordsTellAMissingRightFromAnotherAccount(String description, RefusalReason reason) {
    RegistrarResponse answer = answer(531, description);

    assertThat(AnswerMeaning.reasonOf(answer)).isEqualTo(reason);
    assertThat(AnswerMeaning.kindOf(answer, true))
        .isEqualTo(reason == RefusalReason.RIGHT_MISSING ? Kind.LOGIN_REFUSED : Kind.REFUSED);
  }

  @ParameterizedTest
  @CsvSource({
    "Authentication failed, LOGIN",
    "Authentication failed; zip is wrong, LOGIN",
    "Authentication failed; IP 192.0.2.7 is not allowed, ADDRESS",
    "Authentication failed; remote address is not allowed, ADDRESS",
    "Authentication failed; Addresses of this login are restricted, ADDRESS"
  })
  void theWordsTellAClosedAddressFromAWrongPassword(String description, RefusalReason reason) {
    RegistrarResponse answer = answer(530, description);

    assertThat(AnswerMeaning.reasonOf(answer)).isEqualTo(reason);
    assertThat(AnswerMeaning.kindOf(answer, false)).isEqualTo(Kind.LOGIN_REFUSED);
  }

  @Test
  void textOfOneCodeMeansNothingWithAnother() {
    assertThat(AnswerMeaning.reasonOf(answer(545, "Object not found; ACL address")))
        .isEqualTo(RefusalReason.NOT_FOUND);
  }

  /** To be asked only where an answer says that it can be tried later. */
  @ParameterizedTest
  @CsvSource({"420, true", "421, true", "423, true", "425, true", "520, true", "549, false"})
  void aServerIsAwayUnlessItIsAboutOneCommand(int code, boolean away) {
    assertThat(AnswerMeaning.isAway(answer(code, "Command failed"))).isEqualTo(away);
  }

  @ParameterizedTest
  @CsvSource({"200, FINE", "421, FINE", "425, TOO_MUCH", "521, TOO_MANY_AT_ONCE", "545, FINE"})
  void saysWhetherTheAccountAsksTooMuch(int code, Load load) {
    assertThat(AnswerMeaning.loadOf(answer(code, "words"))).isEqualTo(load);
  }

  private static RegistrarResponse answer(int code, String description) {
    return new RegistrarResponse(code, description, false, Map.of());
  }
}
