package io.domainflow.analysis;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The criteria of a search for instances of a process; null ones are ignored.
 *
 * @param state null for all that have ended
 * @param domain of the order, in ASCII form; a {@code *} at its start or end matches any text
 * @param reference of the order, or the subject of a process about an account
 * @param after where the previous page ended
 */
public record InstanceSearch(
    @Nullable State state,
    @Nullable String domain,
    @Nullable String reference,
    @Nullable Instant endedFrom,
    @Nullable Instant endedBefore,
    @Nullable Position after,
    int limit) {

  /** The same criteria with a limit of one more, to see whether there is another page. */
  public InstanceSearch oneMore() {
    return new InstanceSearch(state, domain, reference, endedFrom, endedBefore, after, limit + 1);
  }

  /** How an instance has ended: like its order, if it carries out one. */
  public enum State {
    COMPLETED,
    FAILED,
    CANCELLED,
    RUNNING
  }

  /**
   * Where a page ends.
   *
   * @param at when its last instance ended, or began if it is still running
   */
  public record Position(Instant at, String instance) {}
}
