package io.domainflow.process.booking;

import static io.domainflow.Registrations.freshName;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.domainflow.Caller;
import io.domainflow.DomainflowTest;
import io.domainflow.Registrations;
import io.domainflow.WebhookReceiver;
import io.domainflow.WebhookReceiver.Received;
import io.domainflow.build.BothReadings;
import io.domainflow.build.OnlyAtIspapi;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** An order shows its cost: first from the price list, later as the registrar has booked it. */
@DomainflowTest
class BookedPriceTest {

  private final Registrations registrations;
  private final Caller billing;
  private String domainOfTransfer;

  @Autowired
  BookedPriceTest(@LocalServerPort int port) {
    this.registrations = new Registrations(port);
    this.billing = new Caller(port, "billing");
  }

  @AfterEach
  void putTheRegistrarBack() {
    registrations.noFaults();
    registrations.profile("A");
  }

  @BothReadings(alwaysBoth = true)
  void saysWhatARegistrationCostAndLaterWhatWasBooked(String profile) {
    registrations.profile(profile);
    String domain = freshName("com");

    String reference = registrations.place(domain);

    JsonNode price = registrations.awaitStatus(reference, "COMPLETED").get("price");
    assertPrice(price, "12.00", "registration of " + domain + " for 1Y", false);

    registrations.advance("PT5M");
    assertPrice(
        registrations.get(reference).get("price"),
        registrations.ledger(domain).get(0).get("charged").asText(),
        "registration of " + domain + " for 1Y",
        true);
  }

  /** The price list does not contain the price of a service that comes with the name. */
  @Test
  void tellsByAWebhookWhatItCouldNotSayBefore() {
    try (WebhookReceiver receiver = new WebhookReceiver()) {
      String webhook =
          billing
              .post(
                  "/api/v1/webhooks",
                  "{'url': '%s', 'types': ['order.price_corrected']}".formatted(receiver.url()))
              .body()
              .get("id")
              .asText();
      String stated = registrations.place(freshName("com"));
      String reference = registrations.place(freshName("com"), ", 'privacy': true");
      registrations.awaitStatus(stated, "COMPLETED");
      assertThat(registrations.awaitStatus(reference, "COMPLETED").get("price").isNull()).isTrue();

      registrations.advance("PT5M");

      assertThat(registrations.get(stated).at("/price/booked").asBoolean()).isTrue();
      JsonNode price = registrations.get(reference).get("price");
      assertThat(price.get("booked").asBoolean()).isTrue();
      Awaitility.await().until(() -> told(receiver).contains(reference));
      assertThat(told(receiver)).contains("\"price\":" + price).doesNotContain(stated);
      billing.delete("/api/v1/webhooks/" + webhook);
    }
  }

  @Test
  void looksAgainWhileTheAccountCannotBeRead() {
    registrations.fault(
        "{'command': 'QueryAccountingList', 'fault': 'CODE_549', 'times': 1000, 'domain': '*'}");
    String reference = registrations.place(freshName("com"));
    registrations.awaitStatus(reference, "COMPLETED");

    registrations.advance("PT90S");
    assertThat(registrations.get(reference).at("/price/booked").asBoolean()).isFalse();

    registrations.noFaults();
    registrations.advance("PT1H");
    assertThat(registrations.get(reference).at("/price/booked").asBoolean()).isTrue();
  }

  /** Each charge is assigned to the last order sent before it, however late it is read. */
  @BothReadings(alwaysBoth = true)
  void tellsTheChargesOfTwoOrdersOfANameApart(String profile) {
    registrations.profile(profile);
    String domain = freshName("com");
    String registration =
        registrations.placeChanged(domain, "", order -> order.replace("1Y", "2Y"));
    String end =
        registrations
            .awaitStatus(registration, "COMPLETED")
            .at("/outcome/expiresAt")
            .asText()
            .substring(0, 10);
    String renewal = registrations.placeRenewal(domain, "1Y", end, "");
    registrations.awaitStatus(renewal, "COMPLETED");

    registrations.advance("PT10M");

    assertPrice(
        registrations.get(registration).get("price"),
        "24.00",
        "registration of " + domain + " for 2Y",
        true);
    assertPrice(
        registrations.get(renewal).get("price"), "12.00", "renewal of " + domain + " for 1Y", true);
  }

  @Test
  void saysThePriceOfTheListOfATransfer() {
    assertPrice(
        transfer("OTHER_REGISTRAR").get("price"),
        "12.00",
        "transfer of " + domainOfTransfer,
        false);
  }

  /** A name that comes from another account at the registrar may cost nothing. */
  @Test
  @OnlyAtIspapi("the registrar does not say beforehand that a name is in another of its accounts")
  void saysNoPriceOfATransferBetweenAccounts() {
    assertThat(transfer("OTHER_ACCOUNT").get("price").isNull()).isTrue();
  }

  private static String told(WebhookReceiver receiver) {
    return receiver.received().stream().map(Received::body).collect(Collectors.joining());
  }

  private JsonNode transfer(String from) {
    domainOfTransfer = freshName("com");
    registrations.registry(
        "{'domain': '%s', 'owner': '%s', 'zone': {'transferConfirmation': 'NONE'}}"
            .formatted(domainOfTransfer, from));
    return registrations.awaitWaitingFor(
        registrations.placeTransfer(domainOfTransfer, ", 'authCode': 'secret1'"),
        "TRANSFER_AT_REGISTRY");
  }

  private static void assertPrice(JsonNode price, String amount, String what, boolean booked) {
    assertThat(price.get("amount").asText()).isEqualTo(amount);
    assertThat(price.get("currency").asText()).isEqualTo("EUR");
    assertThat(price.get("what").asText()).isEqualTo(what);
    assertThat(price.get("booked").asBoolean()).isEqualTo(booked);
  }
}
