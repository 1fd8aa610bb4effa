package io.domainflow.sandbox.cnr.log;

import io.domainflow.sandbox.stored.Event;
import java.util.Map;

/** CentralNic Reseller's names of events where they differ from HEXONET's. */
final class EventWords {

  private static final Map<String, String> WORDS =
      Map.of("DOMAIN_RENEW", "DOMAIN_RENEWAL", "RENEW_SUCCESSFUL", "RENEWAL_SUCCESSFUL");

  private EventWords() {}

  static String eventClass(Event event) {
    return WORDS.getOrDefault(event.eventClass(), event.eventClass());
  }

  static String subclass(Event event) {
    return WORDS.getOrDefault(event.subclass(), event.subclass());
  }

  /** The name an event is about. */
  static String object(Event event) {
    return event.data().substring(event.data().indexOf(':') + 1);
  }
}
