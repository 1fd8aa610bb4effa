package io.domainflow.ispapi.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.domainflow.lineprotocol.message.ResultCode;
import io.domainflow.registrar.command.RegistrationPart;
import java.time.Duration;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class RegistrationWordsTest {

  @ParameterizedTest
  @CsvSource({
    "Invalid attribute value; NAMESERVER0 ns1.x, NAMESERVERS",
    "Invalid attribute value; NAMESERVER12=ns1.example.net, NAMESERVERS",
    "Invalid attribute value; nameserver ns9.example.net does not exist, NAMESERVERS",
    "Domain names linked with name server, NAMESERVERS",
    "Object not found; host ns1.example.net unknown, NAMESERVERS",
    "Invalid attribute value; OWNERCONTACT0EMAIL, REGISTRANT",
    "Missing required attribute; OWNERCONTACT0, REGISTRANT",
    "Object not found; contact of the registrant, REGISTRANT",
    "Invalid attribute value; owner contact zip, REGISTRANT",
    "Invalid attribute value syntax; ADMINCONTACT0PHONE, ADMIN",
    "Command failed; administrative contact must be in Germany, ADMIN",
    "Invalid attribute value; TECHCONTACT0ZIP=ABC, TECH",
    "Invalid attribute value; tech-c, TECH",
    "Object not found; BILLINGCONTACT0, BILLING",
    "Invalid attribute value; OWNERCONTACT0 and ADMINCONTACT0 differ, REGISTRANT ADMIN",
    "Missing required attribute; X-CA-LEGALTYPE, ADDITIONAL_FIELDS",
    "Invalid attribute value; X-ES-REGISTRANT-IDENTIFICACION, ADDITIONAL_FIELDS",
    "Invalid attribute value; PERIOD, PERIOD",
    "Invalid attribute value; registration period too long, PERIOD",
    "Invalid attribute name; X-ACCEPT-WHOISTRUSTEE-TAC, PRIVACY",
    "Missing required attribute; X-IDN-LANGUAGE, IDN_LANGUAGE",
    "Missing required attribute; CLAIMKEY, NOTICE",
    "Invalid attribute value; NOTICE-POA-ACCEPT-HASH, NOTICE",
    "Missing required attribute; CLASS=PREMIUM_DONUTS_A, PRICE",
    "Invalid attribute value; PRICE, PRICE"
  })
  void recognisesTheSubjectOfAText(String words, String parts) {
    assertThat(RegistrationWords.parts(words))
        .isEqualTo(
            Arrays.stream(parts.split(" "))
                .map(RegistrationPart::valueOf)
                .collect(Collectors.toSet()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Invalid attribute value; ZIP code does not match",
        "Invalid characters; FIRSTNAME",
        "Object not found; P-ABC123456",
        "Invalid attribute value; invalid state"
      })
  void dataOfAContactThatIsNotNamedMayBeAnyones(String words) {
    assertThat(RegistrationWords.parts(words))
        .containsExactlyInAnyOrder(
            RegistrationPart.REGISTRANT,
            RegistrationPart.ADMIN,
            RegistrationPart.TECH,
            RegistrationPart.BILLING);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "Command failed",
        "Command failed; please contact support",
        "Invalid attribute value; DOMAIN host.premium.example",
        "Object status does not allow for operation; add grace period",
        "Invalid attribute value; DOMAIN=registrant.com",
        "Authorization failed; Operation forbidden by ACL",
        "Attribute value is not unique; DOMAIN is already assigned to your account"
      })
  void recognisesNothingInAnAmbiguousText(String words) {
    assertThat(RegistrationWords.parts(words)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(
      mode = EnumSource.Mode.MATCH_NONE,
      names = {
        "NAMESERVER_.*",
        "HAS_NAMESERVERS",
        "LONGEST_PERIOD_EXCEEDED",
        ".*_MAILSPACE",
        "ADDRESS_HAS_.*"
      })
  void theGeneralTextOfACodeSpeaksOfNoPart(ResultCode code) {
    assertThat(RegistrationWords.parts(code.text())).isEmpty();
  }

  @Test
  void namesTheAdditionalFields() {
    assertThat(
            RegistrationWords.additionalFields(
                "Invalid attribute value; X-CA-LEGALTYPE=ABC, X-CA-LANGUAGE; X-IDN-LANGUAGE"))
        .isEqualTo(Set.of("X-CA-LEGALTYPE", "X-CA-LANGUAGE"));
    assertThat(RegistrationWords.additionalFields("Invalid value; MAX-CA-LEGALTYPE")).isEmpty();
  }

  @Test
  void takesNoTimeOverAnAnswerWithoutEnd() {
    String endless = "Command failed; " + "x".repeat(1_000_000);

    Assertions.assertTimeout(Duration.ofSeconds(5), () -> RegistrationWords.parts(endless));
  }
}
