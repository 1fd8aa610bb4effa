package io.domainflow.process.registration;

import static io.domainflow.Registrations.freshName;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.domainflow.Caller.Answer;
import io.domainflow.DomainflowTest;
import io.domainflow.Registrations;
import io.domainflow.build.BothReadings;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Premium names are never bought without an agreed price, and never for more than agreed. */
@DomainflowTest
class PremiumNameTest {

  private final Registrations registrations;

  @Autowired
  PremiumNameTest(@LocalServerPort int port) {
    this.registrations = new Registrations(port);
  }

  @AfterEach
  void putTheRegistrarBack() {
    registrations.noFaults();
    registrations.profile("A");
  }

  @BothReadings(alwaysBoth = true)
  void buysAtThePriceThatAnOperatorApproves(String profile) {
    registrations.profile(profile);
    String domain = premium("900.00");

    String reference = registrations.place(domain);

    JsonNode waiting = registrations.awaitWaitingFor(reference, "PRICE");
    assertThat(waiting.at("/waitingFor/who").asText()).isEqualTo("CALLER");
    assertThat(waiting.at("/waitingFor/what").asText()).contains("900.00 EUR");
    assertThat(waiting.get("charged").asText()).isEqualTo("NO");
    assertThat(registrations.ledger(domain)).isEmpty();
    String task = task(waiting);
    JsonNode form = registrations.form(task);
    assertThat(form.at("/price/value").asText()).isEqualTo("900.00 EUR");
    assertThat(form.at("/renewalPrice/value").asText())
        .isEqualTo(
            profile.equals("A") && !registrations.atCnr()
                ? "450.00 EUR"
                : "not stated by the registrar");
    assertThat(form.at("/priceClass/value").asText()).isEqualTo("PREMIUM\\_STORY");

    registrations.decide(task, "APPROVE");

    assertBought(registrations.awaitStatus(reference, "COMPLETED"), domain, "900.00");
  }

  @BothReadings
  void buysWithoutAskingWhatTheOrderCovers(String profile) {
    registrations.profile(profile);
    String domain = premium("900.00");

    String reference = registrations.place(domain, accept("900.00", "EUR"));

    assertBought(registrations.awaitStatus(reference, "COMPLETED"), domain, "900.00");
    assertThat(registrations.timeline(reference)).anyMatch(text -> text.contains(purchase()));
  }

  @Test
  void asksWhenTheOrderAcceptsALowerPriceOrAnotherCurrency() {
    String dearer = registrations.place(premium("900.00"), accept("899.99", "EUR"));
    String foreign = registrations.place(premium("900.00"), accept("5000.00", "USD"));

    registrations.awaitWaitingFor(dearer, "PRICE");
    registrations.awaitWaitingFor(foreign, "PRICE");
    registrations.cancel(dearer);
    registrations.cancel(foreign);
  }

  @Test
  void buysNothingThatIsRejected() {
    String domain = premium("900.00");
    String reference = registrations.place(domain);

    registrations.decide(task(registrations.awaitWaitingFor(reference, "PRICE")), "REJECT");

    JsonNode order = registrations.awaitStatus(reference, "FAILED");
    assertThat(order.at("/failure/reason").asText()).isEqualTo("PRICE_REJECTED");
    assertThat(order.get("charged").asText()).isEqualTo("NO");
    assertThat(registrations.ledger(domain)).isEmpty();
  }

  @Test
  void acceptsThePriceThatTheCallerStates() {
    String domain = premium("900.00");
    String reference = registrations.place(domain);
    registrations.awaitWaitingFor(reference, "PRICE");

    Answer tooLittle =
        registrations.input(reference, "{'acceptPrice': {'amount': '100', 'currency': 'EUR'}}");
    assertThat(tooLittle.status()).isEqualTo(400);
    assertThat(tooLittle.body().get("detail").asText()).contains("900.00 EUR");
    assertThat(registrations.get(reference).at("/waitingFor/code").asText()).isEqualTo("PRICE");

    Answer enough =
        registrations.input(reference, "{'acceptPrice': {'amount': '1000', 'currency': 'EUR'}}");
    assertThat(enough.status()).as(enough.body().toString()).isEqualTo(200);

    assertBought(registrations.awaitStatus(reference, "COMPLETED"), domain, "900.00");
    assertThat(registrations.input(reference, "{}").status()).isEqualTo(409);
  }

  @BothReadings
  void asksAgainWhenThePriceRisesWhileSomebodyDecides(String profile) {
    registrations.profile(profile);
    String domain = premium("900.00");
    String reference = registrations.place(domain);
    String task = task(registrations.awaitWaitingFor(reference, "PRICE"));
    price(domain, "1200.00");

    registrations.decide(task, "APPROVE");

    JsonNode again =
        registrations.await(
            reference, order -> order.at("/waitingFor/what").asText().contains("1,200.00 EUR"));
    assertThat(task(again)).isNotEqualTo(task);
    assertThat(registrations.ledger(domain)).isEmpty();
    registrations.decide(task(again), "APPROVE");
    assertBought(registrations.awaitStatus(reference, "COMPLETED"), domain, "1200.00");
  }

  @BothReadings
  void asksAgainWhenThePriceRisesRightBeforeThePurchase(String profile) {
    registrations.profile(profile);
    String domain = premium("900.00");
    registrations.fault(
        "{'command': '%s', 'fault': 'REFUSE', 'times': 1000, 'domain': '%s'}"
            .formatted(purchase(), domain));
    String reference = registrations.place(domain, accept("1000.00", "EUR"));
    registrations.awaitWaitingFor(reference, "OUTCOME_UNKNOWN");
    price(domain, "1200.00");
    registrations.noFaults();

    registrations.advance("PT30M");

    JsonNode asked = registrations.awaitWaitingFor(reference, "PRICE");
    assertThat(asked.at("/waitingFor/what").asText()).contains("1,200.00 EUR");
    assertThat(asked.get("charged").asText()).isEqualTo("NO");
    assertThat(registrations.ledger(domain)).isEmpty();
    registrations.cancel(reference);
  }

  @Test
  void buysAtTheLowerPriceWhenItFalls() {
    String domain = premium("900.00");
    String reference = registrations.place(domain);
    String task = task(registrations.awaitWaitingFor(reference, "PRICE"));
    price(domain, "700.00");

    registrations.decide(task, "APPROVE");

    assertBought(registrations.awaitStatus(reference, "COMPLETED"), domain, "700.00");
  }

  @Test
  void neverBuysAPremiumNameAsAPlainOne() {
    String domain = freshName("com");
    registrations.fault(
        "{'command': '%s', 'fault': 'REFUSE', 'times': 1000, 'domain': '%s'}"
            .formatted(registrations.atCnr() ? "CheckDomain" : "CheckDomainRegistration", domain));
    String reference = registrations.place(domain);
    registrations.awaitWaitingFor(reference, "REGISTRAR_UNREACHABLE");
    price(domain, "900.00");
    registrations.noFaults();

    registrations.advance("PT30M");

    registrations.decide(
        task(registrations.awaitWaitingFor(reference, "REGISTRAR_REFUSED")), "RETRY");
    registrations.awaitWaitingFor(reference, "PRICE");
    assertThat(registrations.ledger(domain)).isEmpty();
    registrations.cancel(reference);
  }

  @BothReadings
  void waitsDaysForTheDecisionOnThePurchase(String profile) {
    registrations.profile(profile);
    String domain = decidedLater("SUCCESSFUL");
    String reference = registrations.place(domain, accept("900.00", "EUR"));

    JsonNode waiting = registrations.awaitWaitingFor(reference, "REGISTRATION_PENDING");
    assertThat(waiting.get("charged").asText()).isEqualTo("YES");
    registrations.advance("P2DT2H");

    assertBought(registrations.awaitStatus(reference, "COMPLETED"), domain, "900.00");
  }

  @BothReadings
  void saysThatNothingWasPaidWhenThePurchaseIsRejectedDaysLater(String profile) {
    registrations.profile(profile);
    String domain = decidedLater("FAILED");
    String reference = registrations.place(domain, accept("900.00", "EUR"));
    registrations.awaitWaitingFor(reference, "REGISTRATION_PENDING");

    registrations.advance("P2DT2H");

    JsonNode order = registrations.awaitStatus(reference, "FAILED");
    assertThat(order.at("/failure/reason").asText()).isEqualTo("REGISTRY_REJECTED");
    assertThat(order.get("charged").asText()).isEqualTo("NO");
    assertThat(order.get("price").isNull()).isTrue();
  }

  @Test
  void sellsOneYearOnly() {
    String domain = premium("900.00");
    String reference =
        registrations.placeChanged(
            domain, accept("9000.00", "EUR"), order -> order.replace("1Y", "2Y"));

    JsonNode order = registrations.awaitStatus(reference, "FAILED");

    assertThat(order.at("/failure/reason").asText()).isEqualTo("PREMIUM_NAME");
    assertThat(order.at("/failure/message").asText()).contains("900.00 EUR", "1Y");
    assertThat(registrations.ledger(domain)).isEmpty();
  }

  private void assertBought(JsonNode order, String domain, String price) {
    assertThat(order.at("/outcome/code").asText()).isEqualTo("REGISTERED");
    assertThat(order.at("/outcome/renewalMode").asText()).isEqualTo("AUTOEXPIRE");
    assertThat(order.get("charged").asText()).isEqualTo("YES");
    assertThat(order.at("/price/amount").asText()).isEqualTo(price);
    assertThat(order.at("/price/currency").asText()).isEqualTo("EUR");
    List<JsonNode> ledger = registrations.ledger(domain);
    assertThat(ledger)
        .extracting(entry -> entry.get("command").asText())
        .containsExactly(purchase(), "SetDomainRenewalMode");
    assertThat(ledger.get(0).get("charged").asText()).isEqualTo(price);
    JsonNode sent = ledger.get(0).get("parameters");
    if (registrations.atCnr()) {
      // Their values are not shown; the registrar refuses another price than its own.
      assertThat(sent.has("X-FEE-AMOUNT")).isTrue();
      assertThat(sent.has("X-FEE-CURRENCY")).isTrue();
    } else {
      assertThat(sent.path("CLASS").asText()).isEqualTo("PREMIUM_STORY");
      assertThat(sent.path("PRICE").asText()).isEqualTo(price);
      assertThat(sent.path("CURRENCY").asText()).isEqualTo("EUR");
    }
  }

  /** The registrar's command that buys a premium name. */
  private String purchase() {
    return registrations.atCnr() ? "AddDomain" : "AddDomainApplication";
  }

  private String premium(String price) {
    String domain = freshName("com");
    price(domain, price);
    return domain;
  }

  private void price(String domain, String price) {
    registrations.registry(
        ("{'domain': '%s', 'owner': 'FREE', 'class': 'PREMIUM_STORY', 'price': '%s',"
                + " 'renewalPrice': '450.00'}")
            .formatted(domain, price));
  }

  private String decidedLater(String outcome) {
    String domain = freshName("com");
    registrations.registry(
        ("{'domain': '%s', 'owner': 'FREE', 'class': 'PREMIUM_STORY', 'price': '900.00', 'next':"
                + " [{'command': '%s', 'after': 'P2D', 'outcome': '%s',"
                + " 'reason': 'reserved'}]}")
            .formatted(domain, purchase(), outcome));
    return domain;
  }

  private static String accept(String amount, String currency) {
    return ", 'acceptPrice': {'amount': '%s', 'currency': '%s'}".formatted(amount, currency);
  }

  private static String task(JsonNode order) {
    return order.at("/waitingFor/taskId").asText();
  }
}
