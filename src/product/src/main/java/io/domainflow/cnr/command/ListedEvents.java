package io.domainflow.cnr.command;

import io.domainflow.registrar.command.Query;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads part of the account's events.
 *
 * @param kind pattern of their class; {@code *} for all
 * @param since nothing older; null for no limit
 * @param all whether to include deleted ones
 * @param newestFirst otherwise the oldest come first
 * @param first how many to skip
 * @param limit maximum number of events in the answer
 */
record ListedEvents(
    String kind, @Nullable Instant since, boolean all, boolean newestFirst, int first, int limit)
    implements Query<ListedEvents.Result> {

  /**
   * The answer.
   *
   * @param total the total number; empty if not stated
   */
  record Result(List<ListedEvents.Entry> events, Optional<Integer> total) {}

  /**
   * One event.
   *
   * @param object its subject, as the registrar writes it; empty if not stated
   */
  record Entry(
      String id, String kind, String subkind, @Nullable Instant at, Optional<String> object) {}
}
