package io.domainflow.registrar.command;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads the oldest events of the account. Events can be lost, duplicated or late, and hardly any
 * type is documented: an event is only a reason to check the name.
 *
 * @param limit maximum number of events
 */
public record ReadEvents(int limit) implements Query<ReadEvents.Result> {

  /** The events, oldest first; may be empty. */
  public record Result(List<Event> events) {}

  /**
   * One event.
   *
   * @param id number of the event, for {@link DeleteEvent}
   * @param type the registrar's type; empty if not stated
   * @param subtype the registrar's subtype; empty if not stated
   * @param at null if not stated
   * @param domain the name concerned, in A-label form and lower case; empty if there is none
   */
  public record Event(
      String id, String type, String subtype, @Nullable Instant at, Optional<String> domain) {}
}
