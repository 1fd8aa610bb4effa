package io.domainflow.model;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Something that acts by the clock. Moving the clock goes from one due instant to the next and
 * waits at each until nothing due is left, so that no timer is jumped over.
 */
public interface DueWork {

  /** When the next thing falls due after {@code now}, if anything is planned. */
  Optional<Instant> nextDueAfter(Instant now);

  /** What is due at {@code now} and not done yet, one line each for people; empty when settled. */
  List<String> unfinishedAt(Instant now);
}
