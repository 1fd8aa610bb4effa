package io.domainflow.sandbox.clock;

import com.fasterxml.jackson.databind.JsonNode;
import io.domainflow.sandbox.ConditionalOnSandbox;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.core.env.Environment;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;

/**
 * Controls a sandbox in another process that simulates the registrar for this application. Its
 * clock moves with ours: the control calls are the same, wherever the simulated registrar runs.
 */
@Component
@ConditionalOnSandbox
@ConditionalOnProperty("domainflow.ispapi.sandbox-url")
class SandboxElsewhere {

  private final RestClient control;

  SandboxElsewhere(Environment settings) {
    URI api = URI.create(settings.getRequiredProperty("domainflow.ispapi.sandbox-url"));
    this.control = RestClient.create(api.resolve("/sandbox").toString());
  }

  /** When the registrar will do something next. */
  Optional<Instant> nextDue() {
    JsonNode due = clock().path("nextDue");
    return due.isTextual() ? Optional.of(Instant.parse(due.textValue())) : Optional.empty();
  }

  /** Moves its clock to this instant; the past changes nothing. */
  void advanceTo(Instant instant) {
    Duration distance = Duration.between(Instant.parse(clock().get("now").textValue()), instant);
    if (!distance.isNegative() && !distance.isZero()) {
      post("/clock", "{\"advance\":\"" + distance + "\"}");
    }
  }

  void reset() {
    post("/reset", "{}");
  }

  private JsonNode clock() {
    return control.get().uri("/clock").retrieve().body(JsonNode.class);
  }

  private void post(String path, String json) {
    control
        .post()
        .uri(path)
        .contentType(MediaType.APPLICATION_JSON)
        .body(json)
        .retrieve()
        .toBodilessEntity();
  }
}
