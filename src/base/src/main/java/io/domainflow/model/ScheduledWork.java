package io.domainflow.model;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A component that acts at certain times. Moving the clock proceeds from one due instant to the
 * next and waits at each until nothing due is left, so that no timer is skipped.
 */
public interface ScheduledWork {

  /** When work is next due after {@code now}, if any is planned. */
  Optional<Instant> nextDueAfter(Instant now);

  /**
   * The work that is due at {@code now} but not done yet, one line each for people; empty if none
   * is left.
   */
  List<String> unfinishedAt(Instant now);
}
