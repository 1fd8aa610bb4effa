package io.domainflow.registrar.command;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Asks for the oldest events of the account. An event can get lost, come twice or come late, and
 * hardly any kind of it is documented: it is a reason to look at the name, no more.
 *
 * @param limit most events in the answer
 */
public record ReadEvents(int limit) implements Query<ReadEvents.Result> {

  /** The events, oldest first; none is no failure. */
  public record Result(List<Event> events) {}

  /**
   * One event.
   *
   * @param id number of the event, for {@link DeleteEvent}
   * @param type what it is about, in the registrar's word; empty if not stated
   * @param subtype what happened, in the registrar's word; empty if not stated
   * @param at null if not stated
   * @param domain the name it is about, in A-label form and lower case; empty if it names none
   */
  public record Event(
      String id, String type, String subtype, @Nullable Instant at, Optional<String> domain) {}
}
