package io.domainflow.lineprotocol.probe;

import io.domainflow.registrar.Intent;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * Since when traces at the registrar, whose clock may differ from ours, can belong to an attempt.
 */
public final class AttemptTime {

  // How far the registrar's clock may be behind ours.
  private static final Duration CLOCK_SKEW = Duration.ofMinutes(5);

  private static final Duration A_DAY = Duration.ofDays(1);

  private AttemptTime() {}

  /**
   * Log entries from then on belong to this attempt, or to a simultaneous one. Narrow, because an
   * order may make several attempts a day.
   */
  public static Instant since(Intent intent) {
    return intent.intendedAt().minus(CLOCK_SKEW);
  }

  /**
   * Names and transfers that began since then may belong to this attempt. Wide, because it only has
   * to distinguish them from old ones.
   */
  public static Instant dayBefore(Intent intent) {
    return intent.intendedAt().minus(A_DAY);
  }

  /** Whether something certainly happened after the attempt began; false if its time is unknown. */
  public static boolean isLater(@Nullable Instant at, Intent intent) {
    // The registrar's dates have no fractions of a second.
    return at != null && !at.isBefore(intent.intendedAt().truncatedTo(ChronoUnit.SECONDS));
  }
}
