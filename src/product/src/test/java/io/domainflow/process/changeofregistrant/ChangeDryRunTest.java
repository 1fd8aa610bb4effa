package io.domainflow.process.changeofregistrant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.domainflow.ispapi.IspapiCodes;
import io.domainflow.model.AdditionalFields;
import io.domainflow.model.Contact;
import io.domainflow.model.Money;
import io.domainflow.order.Ordered;
import io.domainflow.order.Quote;
import io.domainflow.process.changeofregistrant.ChangeDryRun.Tried;
import io.domainflow.registrar.DocumentedReader;
import io.domainflow.registrar.RegistrarFailure.AccessRefused;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The result of a trial follows from the registrar's answers. */
class ChangeDryRunTest {

  private final DocumentedReader registrar = new DocumentedReader();

  @BeforeEach
  void statesNoPrice() {
    registrar.answer("StatusUser");
  }

  @Test
  void isPossibleWhereTheRegistrarSaysSo() {
    registrar.documented("CheckDomainTrade", "documented");

    assertThat(run(null)).isEqualTo(new Tried(true, false, null, null));
  }

  @Test
  void isRefusedInTheRegistrarsWords() {
    registrar.answer("CheckDomainTrade", 219, "Request is not available; trade is prohibited");

    Tried tried = run(null);

    assertThat(tried.possible()).isFalse();
    assertThat(tried.updateWanted()).isFalse();
    assertThat(tried.words()).contains("trade is prohibited");
    assertThat(registrar.asked()).doesNotContain("StatusUser");
  }

  @ParameterizedTest
  @CsvSource({"219, Request is not available", "549, Command failed"})
  void isForAnUpdateWhereTheRegistrantStaysTheSame(int code, String description) {
    registrar.answer("CheckDomainTrade", code, description + "; use update method");

    Tried tried = run(null);

    assertThat(tried.possible()).isFalse();
    assertThat(tried.updateWanted()).isTrue();
  }

  @Test
  void isPossibleWhereOnlyTheAgentsConfirmationIsMissing() {
    registrar.answer(
        "CheckDomainTrade", 504, "Missing required attribute; X-CONFIRM-DA-NEW-REGISTRANT");

    assertThat(run(null).possible()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"'', COM", "PREMIUM_COM_A, PREMIUM_COM_A"})
  void costsWhatTheClassOfTheNameCosts(String stated, String priceClass) {
    registrar.documented("CheckDomainTrade", "documented");
    price(priceClass, "25.00");

    assertThat(run(stated.isEmpty() ? null : stated).quote())
        .isEqualTo(new Quote(priceClass, Money.of("25.00", "EUR"), null));
  }

  @Test
  void isNotPossibleAtAnInvalidPrice() {
    registrar.documented("CheckDomainTrade", "documented");
    price("COM", "on request");

    Tried tried = run(null);

    assertThat(tried.possible()).isFalse();
    assertThat(tried.updateWanted()).isFalse();
    assertThat(tried.words()).contains("on request");
  }

  @ParameterizedTest
  @ValueSource(strings = {"CheckDomainTrade", "StatusUser"})
  void aRefusedLoginIsNotAnAnswer(String command) {
    registrar.documented("CheckDomainTrade", "documented");
    registrar.answer(command, 530, "Authentication failed");

    assertThatExceptionOfType(AccessRefused.class).isThrownBy(() -> run(null));
  }

  private void price(String priceClass, String trade) {
    registrar.answer(
        "StatusUser",
        "RELATIONTYPE=PRICE_CLASS_DOMAIN_" + priceClass + "_TRADE",
        "RELATIONVALUE=" + trade,
        "RELATIONTYPE=PRICE_CLASS_DOMAIN_" + priceClass + "_CURRENCY",
        "RELATIONVALUE=EUR");
  }

  private Tried run(String priceClass) {
    return new ChangeDryRun(new ChangeRefusals(new IspapiCodes()))
        .run(
            Ordered.registrantChange("example.com", Contact.ofHandle("P-NEW1")).order(),
            AdditionalFields.NONE,
            priceClass,
            registrar);
  }
}
