package io.domainflow.ispapi.command;

import io.domainflow.wire.protocol.WireResponse;
import java.util.List;
import java.util.Map;

/** Answers of the registrar that state a single property. */
final class Answers {

  private Answers() {}

  static WireResponse answer(String property, String value) {
    return new WireResponse(200, "ok", false, Map.of(property, List.of(value)));
  }
}
