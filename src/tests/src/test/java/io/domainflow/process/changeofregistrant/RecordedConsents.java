package io.domainflow.process.changeofregistrant;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;

/** The recorded consents on which confirmations to the registrar rest. */
final class RecordedConsents {

  private RecordedConsents() {}

  /**
   * Checks that each confirmation in the ledger of a name has an older consent of the same side.
   */
  static void standBehind(List<JsonNode> ledger, Supplier<List<JsonNode>> consents) {
    for (JsonNode entry : ledger) {
      if (entry.get("command").asText().equals("TradeDomain")) {
        Instant at = Instant.parse(entry.get("at").asText());
        rests(consents, entry, at, "X-CONFIRM-DA-NEW-REGISTRANT", "NEW", "CONSENT");
        rests(consents, entry, at, "X-CONFIRM-DA-OLD-REGISTRANT", "PRIOR", "CONSENT");
        rests(consents, entry, at, "X-REQUEST-OPT-OUT-TRANSFERLOCK", "PRIOR", "OPT_OUT");
      }
    }
  }

  private static void rests(
      Supplier<List<JsonNode>> consents,
      JsonNode entry,
      Instant at,
      String parameter,
      String side,
      String kind) {
    if (entry.at("/parameters/" + parameter).asText().equals("1")) {
      assertThat(consents.get())
          .as(parameter + " of " + entry)
          .anyMatch(
              consent ->
                  consent.get("side").asText().equals(side)
                      && consent.get("kind").asText().equals(kind)
                      && !Instant.parse(consent.get("at").asText()).isAfter(at)
                      && !Instant.parse(consent.get("recordedAt").asText()).isAfter(at));
    }
  }
}
