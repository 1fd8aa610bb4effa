package io.domainflow.cnr.command;

import io.domainflow.registrar.command.Query;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Asks for a part of the account's events.
 *
 * @param kind pattern of their class; {@code *} for all
 * @param since nothing older; null for no limit
 * @param all whether those are shown, too, that have been deleted
 * @param newestFirst else the oldest
 * @param first how many to skip
 * @param limit most events in the answer
 */
record ListedEvents(
    String kind, @Nullable Instant since, boolean all, boolean newestFirst, int first, int limit)
    implements Query<ListedEvents.Result> {

  /**
   * The answer.
   *
   * @param total how many there are altogether; empty if not stated
   */
  record Result(List<ListedEvents.Entry> events, Optional<Integer> total) {}

  /**
   * One event.
   *
   * @param object what it is about, as the registrar writes it; empty if not stated
   */
  record Entry(
      String id, String kind, String subkind, @Nullable Instant at, Optional<String> object) {}
}
