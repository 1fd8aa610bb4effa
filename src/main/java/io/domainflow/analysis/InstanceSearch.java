package io.domainflow.analysis;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which instances of a process are asked for; what is null does not matter.
 *
 * @param state null for all that have ended
 * @param domain of the order, in ASCII form; with a {@code *} at its start or end any text may
 *     stand there
 * @param reference of the order, or what a process about an account is about
 * @param after where the page before ended
 */
public record InstanceSearch(
    @Nullable State state,
    @Nullable String domain,
    @Nullable String reference,
    @Nullable Instant endedFrom,
    @Nullable Instant endedBefore,
    @Nullable Position after,
    int limit) {

  /** The same with one instance more, to see whether there is another page. */
  public InstanceSearch oneMore() {
    return new InstanceSearch(state, domain, reference, endedFrom, endedBefore, after, limit + 1);
  }

  /** How an instance has ended: as its order did, if it carries out one. */
  public enum State {
    COMPLETED,
    FAILED,
    CANCELLED,
    RUNNING
  }

  /**
   * Where a page ends.
   *
   * @param at when the last instance of it ended, or began if it is running
   */
  public record Position(Instant at, String instance) {}
}
