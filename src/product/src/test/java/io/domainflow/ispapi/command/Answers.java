package io.domainflow.ispapi.command;

import io.domainflow.lineprotocol.message.RegistrarResponse;
import java.util.List;
import java.util.Map;

/** Answers of the registrar that state a single property. */
final class Answers {

  private Answers() {}

  static RegistrarResponse answer(String property, String value) {
    return new RegistrarResponse(200, "ok", false, Map.of(property, List.of(value)));
  }
}
