package io.domainflow.process.transferwatch;

import io.domainflow.model.DomainName;
import io.domainflow.model.InvalidValue;
import io.domainflow.registrar.command.ReadEvents;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An event of the registrar, as stored. Of its data only the name is kept: the rest is not
 * documented, and could be personal data.
 *
 * @param id the registrar's number
 * @param domain in A-label form; null if it names none
 * @param at when it happened; null if not stated
 */
record ReceivedEvent(
    String id, String type, String subtype, @Nullable String domain, @Nullable Instant at) {

  private static final int LONGEST = 100;

  static ReceivedEvent of(ReadEvents.Event event) {
    return new ReceivedEvent(
        clean(event.id()),
        clean(event.type()),
        clean(event.subtype()),
        event.domain().map(ReceivedEvent::name).orElse(null),
        event.at());
  }

  private static @Nullable String name(String text) {
    try {
      return DomainName.of(text).ascii();
    } catch (InvalidValue e) {
      return null;
    }
  }

  // The database does not accept every character.
  private static String clean(String text) {
    String plain = text.replaceAll("[^\\x20-\\x7e]", "?");
    return plain.length() > LONGEST ? plain.substring(0, LONGEST) : plain;
  }
}
