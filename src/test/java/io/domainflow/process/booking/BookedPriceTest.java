package io.domainflow.process.booking;

import static io.domainflow.Registrations.freshName;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.domainflow.DomainflowTest;
import io.domainflow.Registrations;
import io.domainflow.build.BothReadings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** An order says what it has cost: at once by the list, soon as the registrar has booked it. */
@DomainflowTest
class BookedPriceTest {

  private final Registrations registrations;

  @Autowired
  BookedPriceTest(@LocalServerPort int port) {
    this.registrations = new Registrations(port);
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

  /** The list does not tell what a service costs that comes with the name. */
  @Test
  void saysNothingByTheListWhereSomethingCostsExtra() {
    String domain = freshName("com");
    String reference = registrations.place(domain, ", 'privacy': true");

    assertThat(registrations.awaitStatus(reference, "COMPLETED").get("price").isNull()).isTrue();

    registrations.advance("PT5M");
    assertThat(registrations.get(reference).at("/price/booked").asBoolean()).isTrue();
  }

  @Test
  void looksAgainWhileTheAccountCannotBeRead() {
    String domain = freshName("com");
    String reference = registrations.place(domain);
    registrations.awaitStatus(reference, "COMPLETED");
    registrations.fault(
        "{'command': 'QueryAccountingList', 'fault': 'CODE_421', 'times': 2, 'domain': '*'}");

    registrations.advance("PT90S");
    assertThat(registrations.get(reference).at("/price/booked").asBoolean()).isFalse();

    registrations.advance("PT1H");
    assertThat(registrations.get(reference).at("/price/booked").asBoolean()).isTrue();
  }

  private static void assertPrice(JsonNode price, String amount, String what, boolean booked) {
    assertThat(price.get("amount").asText()).isEqualTo(amount);
    assertThat(price.get("currency").asText()).isEqualTo("EUR");
    assertThat(price.get("what").asText()).isEqualTo(what);
    assertThat(price.get("booked").asBoolean()).isEqualTo(booked);
  }
}
