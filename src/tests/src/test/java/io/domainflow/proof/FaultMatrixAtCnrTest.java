package io.domainflow.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.domainflow.Caller;
import io.domainflow.Registrations;
import io.domainflow.account.Platform;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The fault matrix at CentralNic Reseller, which has no log of commands for a name. */
class FaultMatrixAtCnrTest extends FaultMatrix {

  private final Registrations stories;
  private final Caller admin;

  @Autowired
  FaultMatrixAtCnrTest(@LocalServerPort int port) {
    super(port, Platform.CNR);
    this.stories = new Registrations(port, Platform.CNR);
    this.admin = new Caller(port, "admin");
  }

  /** Bookings, applications, deleted names and events prove only what they show. */
  @Test
  void buysNothingTwiceWhileTheRegistrarsListsLag() {
    buysNothingTwiceWhileListsAreLate("fault-matrix-cnr-lists");
  }

  /** An event wakes a transfer, and decides nothing. */
  @Test
  void transfersEndWhateverBecomesOfTheirEvents() {
    Map<String, String> references = new LinkedHashMap<>();
    for (String fault :
        List.of("EVENTS_LOST", "EVENTS_TWICE", "EVENTS_LATE_P2D", "EVENTS_REVERSED")) {
      String domain = Registrations.freshName("com");
      stories.fault(
          "{'command': 'EVENTS', 'fault': '%s', 'times': 1, 'domain': '%s'}"
              .formatted(fault, domain));
      references.put(domain, placeTransfer(domain, "P3D"));
    }
    references.values().forEach(order -> stories.awaitWaitingFor(order, "TRANSFER_AT_REGISTRY"));

    stories.advance("P6D");

    references.forEach(
        (domain, reference) -> {
          JsonNode order = stories.awaitStatus(reference, "COMPLETED");
          assertThat(order.at("/outcome/code").asText()).isEqualTo("TRANSFERRED");
          assertThat(stories.bought(domain)).as(domain).hasSize(1);
        });
    // A watch deletes what an earlier one has received, a few at a time, while a transfer waits.
    stories.awaitWaitingFor(
        placeTransfer(Registrations.freshName("com"), "P90D"), "TRANSFER_AT_REGISTRY");
    await()
        .untilAsserted(
            () -> {
              stories.advance("PT1H");
              assertThat(eventsLeft()).doesNotContainAnyElementsOf(references.keySet());
            });
  }

  /** Orders a transfer that the registry carries out after this duration. */
  private String placeTransfer(String domain, String after) {
    stories.registry(
        ("{'domain': '%s', 'owner': 'OTHER_REGISTRAR', 'authCode': 'secret1', 'next':"
                + " [{'command': 'TransferDomain', 'after': '%s', 'outcome': 'SUCCESSFUL'}],"
                + " 'zone': {'transferConfirmation': 'NONE'}}")
            .formatted(domain, after));
    return stories.placeTransfer(domain, ", 'authCode': 'secret1'");
  }

  /** The names that the registrar's list still has an event of. */
  private List<String> eventsLeft() {
    return admin
        .get("/sandbox/export")
        .body()
        .get("events")
        .valueStream()
        .filter(event -> !event.path("deleted").asBoolean())
        .map(event -> event.get("data").asText().replaceFirst("^domain:", ""))
        .toList();
  }
}
