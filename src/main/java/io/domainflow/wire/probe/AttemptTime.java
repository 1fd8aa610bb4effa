package io.domainflow.wire.probe;

import io.domainflow.registrar.Intent;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** Since when what is found at the registrar, whose clock is not ours, may come of an attempt. */
public final class AttemptTime {

  // How far the registrar's clock may be behind ours.
  private static final Duration CLOCK_SKEW = Duration.ofMinutes(5);

  private static final Duration A_DAY = Duration.ofDays(1);

  private AttemptTime() {}

  /**
   * What is written down from then on is of this attempt, or of one at the same time. Narrow,
   * because an order may try several times a day.
   */
  public static Instant since(Intent intent) {
    return intent.intendedAt().minus(CLOCK_SKEW);
  }

  /**
   * Names and transfers that began since then may come from this attempt. Wide: it only has to tell
   * them from what the account has had for long.
   */
  public static Instant dayBefore(Intent intent) {
    return intent.intendedAt().minus(A_DAY);
  }

  /** Whether something surely happened after the attempt began; not if it is unknown when. */
  public static boolean isLater(@Nullable Instant at, Intent intent) {
    // The registrar's dates have no parts of a second.
    return at != null && !at.isBefore(intent.intendedAt().truncatedTo(ChronoUnit.SECONDS));
  }
}
