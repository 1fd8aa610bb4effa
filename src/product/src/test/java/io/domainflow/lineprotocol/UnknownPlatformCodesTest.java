package io.domainflow.lineprotocol;

import static org.assertj.core.api.Assertions.assertThat;

import io.domainflow.cnr.CnrCodes;
import io.domainflow.ispapi.IspapiCodes;
import io.domainflow.registrar.RefusalReason;
import io.domainflow.registrar.TransferHint;
import io.domainflow.registrar.command.RegistrationPart;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Stored texts whose platform is no longer known. */
class UnknownPlatformCodesTest {

  private final UnknownPlatformCodes codes =
      new UnknownPlatformCodes(List.of(new IspapiCodes(), new CnrCodes()));

  @ParameterizedTest
  @CsvSource({
    "Missing required attribute; X-ACCEPT-WHOISTRUSTEE-TAC, PRIVACY",
    "Invalid attribute name; X-WHOIS-PRIVACY, PRIVACY",
    "Invalid attribute name; X-WHOISPRIVACY, PRIVACY",
    "Invalid attribute value; X-FEE-AMOUNT, PRICE",
    "Missing required attribute; premium domain name. please provide required parameters, PRICE",
    "Missing required attribute; X-US-NEXUS-CATEGORY, ADDITIONAL_FIELDS",
    "Missing required attribute; X-IDN-LANGUAGE, IDN_LANGUAGE"
  })
  void tellsPartsOfARegistrationOfEitherPlatform(String words, RegistrationPart part) {
    assertThat(codes.partsNamedIn(words)).containsExactly(part);
  }

  @Test
  void aParameterThatOnePlatformKnowsIsNoAdditionalField() {
    assertThat(
            codes.additionalFieldsNamedIn(
                "X-WHOIS-PRIVACY, X-ACCEPT-WHOISTRUSTEE-TAC, X-FEE-AMOUNT and X-CA-LEGAL-TYPE"))
        .containsExactly("X-CA-LEGAL-TYPE");
  }

  @ParameterizedTest
  @CsvSource({
    "Authorization failed; wrong authinfo, AUTH_CODE_WRONG",
    "Command failed; wrong auth code, AUTH_CODE_WRONG",
    "clientRejected, LOSING_REGISTRAR",
    "serverCancelled, REGISTRY"
  })
  void readsHintsOfTransfers(String words, TransferHint hint) {
    assertThat(codes.transferHints(words)).contains(hint);
  }

  @Test
  void knowsTheEventsOfBoth() {
    assertThat(codes.documentedEvents())
        .containsExactlyInAnyOrder("DOMAIN_TRANSFER", "DOMAIN_RENEWAL", "DOMAIN_MODIFICATION");
  }

  @Test
  void knowsWhatOnePlatformOnlySays() {
    assertThat(codes.lockedUntil("TRANSFERLOCK in place until 2026-12-01")).isPresent();
    assertThat(codes.reason(422)).isEqualTo(RefusalReason.ACCOUNT_STOPPED);
    assertThat(codes.reason(535)).isEqualTo(RefusalReason.ADDRESS);
    assertThat(codes.wentWrong("StatusDomain", 422)).isTrue();
  }
}
