package io.domainflow.cnr.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.domainflow.lineprotocol.message.RegistrarResponse;
import io.domainflow.model.DomainName;
import io.domainflow.model.Period;
import io.domainflow.model.RenewalMode;
import io.domainflow.registrar.RefusalReason;
import io.domainflow.registrar.command.RenewDomain;
import io.domainflow.registrar.command.SetRenewalMode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RenewalsTest {

  private static final DomainName NAME = DomainName.of("müller.com");
  private static final Instant EXPIRY = Instant.parse("2027-03-01T10:00:00Z");
  private static final RegistrarResponse DONE = new RegistrarResponse(200, "ok", false, Map.of());

  @Test
  void renewsOnCommandInOneCall() {
    Golden.assertEncoded(renewal(2, true, null), "RenewDomain", "plain");
    ScriptedCalls calls = new ScriptedCalls().answering("RenewDomain", "known");

    assertThat(calls.carryOut(renewal(2, true, null)).until()).isEqualTo("2029-03-01T10:00:00Z");
    assertThat(calls.said()).hasSize(1);
  }

  @Test
  void renewsANameWithAPriceOfItsOwnAtThatPrice() {
    ScriptedCalls calls =
        new ScriptedCalls().answering("StatusDomain", "premium").answering("RenewDomain", "known");

    calls.carryOut(renewal(2, true, "premium"));

    assertThat(calls.said().get(1))
        .isEqualTo(
            "RenewDomain\nDOMAIN=müller.com\nPERIOD=2\nEXPIRATION=2027\nX-FEE-AMOUNT=900.00\n"
                + "X-FEE-CURRENCY=USD");
  }

  /** The name of the sample expires, and is to do so after the year that is bought. */
  @Test
  void ordersARenewalByTheModeAndKeepsTheModeAfterIt() {
    ScriptedCalls calls =
        new ScriptedCalls()
            .answering("StatusDomain", "known")
            .answering("SetDomainRenewalMode", DONE);

    assertThat(calls.carryOut(renewal(1, false, null)).until()).isNull();

    assertThat(calls.said())
        .last()
        .isEqualTo("SetDomainRenewalMode\nDOMAIN=müller.com\nRENEWALMODE=RENEWONCETHENAUTOEXPIRE");
  }

  @Test
  void ordersARenewalOfANameThatRenewsByItself() {
    Golden.assertEncoded(renewal(1, false, null), "SetDomainRenewalMode", "renew-once");
    ScriptedCalls calls =
        new ScriptedCalls()
            .answering("StatusDomain", withMode("DEFAULT"))
            .answering("SetDomainRenewalMode", DONE);

    calls.carryOut(renewal(1, false, null));

    assertThat(calls.said()).last().asString().endsWith("RENEWALMODE=RENEWONCE");
  }

  /** The account pays nothing before that date. */
  @Test
  void saysWhenARenewalThatIsOnlyOrderedIsCharged() {
    ScriptedCalls calls =
        new ScriptedCalls()
            .answering(
                "StatusDomain",
                new RegistrarResponse(
                    200,
                    "ok",
                    false,
                    Map.of(
                        "RENEWALMODE", List.of("AUTOEXPIRE"),
                        "RENEWALDATE", List.of("2027-04-05 00:00:00.0"))))
            .answering("SetDomainRenewalMode", DONE);

    assertThat(calls.carryOut(renewal(1, false, null)).chargedAt())
        .isEqualTo("2027-04-05T00:00:00Z");
    assertThat(calls.at("2027-04-06T00:00:00Z").carryOut(renewal(1, false, null)).chargedAt())
        .as("within minutes")
        .isNull();
    assertThat(calls.answering("RenewDomain", DONE).carryOut(renewal(1, true, null)).chargedAt())
        .as("at once")
        .isNull();
  }

  @Test
  void changesNothingIfTheNameCannotBeRead() {
    ScriptedCalls calls = new ScriptedCalls().answering("SetDomainRenewalMode", DONE);

    assertThatThrownBy(() -> calls.carryOut(renewal(1, false, null)))
        .isInstanceOf(ComposedCallFailed.class);
    assertThat(calls.said()).hasSize(1);
  }

  @Test
  void aModeRenewsByOneYearOnly() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> CnrCodecs.encode(renewal(2, false, null)).parameters());
  }

  @Test
  void whatWasChargedWithoutAnOrderIsNotTakenBack() {
    ScriptedCalls calls =
        new ScriptedCalls()
            .answering("StatusDomain", withMode("AUTORENEW"))
            .answering("SetDomainRenewalMode", DONE);

    assertThatThrownBy(() -> calls.carryOut(new SetRenewalMode(NAME, RenewalMode.AUTOEXPIRE, true)))
        .isInstanceOfSatisfying(
            ComposedCallFailed.class,
            unanswered ->
                assertThat(unanswered.answer().reason()).isEqualTo(RefusalReason.UNKNOWN_FIELD));
    assertThat(calls.said()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "AUTORENEW, AUTOEXPIRE, false, AUTOEXPIRE",
    "AUTOEXPIRE, AUTORENEW, false, AUTORENEW",
    "RENEWONCE, AUTOEXPIRE, false, RENEWONCETHENAUTOEXPIRE",
    "RENEWONCETHENAUTOEXPIRE, AUTODELETE, false, RENEWONCETHENAUTODELETE",
    "RENEWONCE, AUTOEXPIRE, true, AUTOEXPIRE"
  })
  void aModeCancelsNoRenewalThatWasOrdered(
      String before, RenewalMode mode, boolean takeBack, String word) {
    ScriptedCalls calls =
        new ScriptedCalls()
            .answering("StatusDomain", withMode(before))
            .answering("SetDomainRenewalMode", DONE);

    calls.carryOut(new SetRenewalMode(NAME, mode, takeBack));

    assertThat(calls.said())
        .last()
        .isEqualTo("SetDomainRenewalMode\nDOMAIN=müller.com\nRENEWALMODE=" + word);
  }

  /** After a renewal that was ordered so, a name has the mode of the account. */
  @ParameterizedTest
  @CsvSource({"AUTORENEW, RENEWONCE", "AUTOEXPIRE, AUTORENEW", "AUTODELETE, AUTORENEW"})
  void aNameThatIsToRenewAlwaysReliesOnNoAccountThatDoesNot(String ofAccount, String word) {
    ScriptedCalls calls =
        new ScriptedCalls()
            .answering("StatusDomain", withMode("RENEWONCETHENAUTOEXPIRE"))
            .answering("StatusRegistrar", withMode(ofAccount))
            .answering("SetDomainRenewalMode", DONE);

    calls.carryOut(new SetRenewalMode(NAME, RenewalMode.AUTORENEW));

    assertThat(calls.said()).last().asString().endsWith("RENEWALMODE=" + word);
  }

  @ParameterizedTest
  @CsvSource({
    "DEFAULT, AUTODELETE",
    "autorenew, AUTORENEW",
    "RenewOnce, AUTODELETE",
    "RENEWONCETHENAUTOEXPIRE, AUTOEXPIRE",
    "EXPIREAUCTION, "
  })
  void readsAMode(String word, @Nullable RenewalMode mode) {
    assertThat(ModeText.read(word, Optional.of(RenewalMode.AUTODELETE)).orElse(null))
        .isEqualTo(mode);
  }

  @ParameterizedTest
  @ValueSource(strings = {"DEFAULT", "RENEWONCE"})
  void aModeThatTheAccountDecidesIsNotGuessed(String word) {
    assertThat(ModeText.read(word, Optional.empty())).isEmpty();
  }

  /** The registry has counted its date up; the name is paid until then and no longer. */
  @Test
  void namesTheYearThatIsPaid() {
    Instant newYear = Instant.parse("2027-01-01T00:00:00Z");
    Instant newYearsEve = Instant.parse("2026-12-31T23:59:59Z");

    assertThat(year(EXPIRY, EXPIRY)).isEqualTo("2027");
    assertThat(year(newYear, newYearsEve)).isEqualTo("2026");
    assertThat(year(newYearsEve, newYear)).isEqualTo("2027");
    assertThat(year(EXPIRY, Instant.parse("2028-03-01T10:00:00Z")))
        .as("paid ahead")
        .isEqualTo("2027");
  }

  private static String year(Instant expires, Instant paidUntil) {
    return CnrCodecs.encode(new RenewDomain(NAME, new Period(1), expires, paidUntil, null, true))
        .parameters()
        .get("EXPIRATION");
  }

  private static RegistrarResponse withMode(String mode) {
    return new RegistrarResponse(200, "ok", false, Map.of("RENEWALMODE", List.of(mode)));
  }

  private static RenewDomain renewal(int years, boolean onCommand, @Nullable String priceClass) {
    return new RenewDomain(NAME, new Period(years), EXPIRY, EXPIRY, priceClass, onCommand);
  }
}
