package io.domainflow.lineprotocol.probe;

import io.domainflow.registrar.command.RenewDomain;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;

/** How far a renewal's date has moved since it was read before the command. */
public enum RenewalMove {
  NOT_ENOUGH,
  BY_THE_PERIOD,
  TOO_FAR;

  // Registries end a period at the time of day when it began, or at the end of the day, in
  // different time zones.
  /** The maximum difference between two statements of the same end of a period. */
  public static final Duration TOLERANCE = Duration.ofDays(2);

  /** Compares the present date with that of the command. */
  public static RenewalMove of(RenewDomain command, Instant date) {
    Instant wanted =
        command.before().atOffset(ZoneOffset.UTC).plusYears(command.period().years()).toInstant();
    if (date.isBefore(wanted.minus(TOLERANCE))) {
      return NOT_ENOUGH;
    }
    return date.isAfter(wanted.plus(TOLERANCE)) ? TOO_FAR : BY_THE_PERIOD;
  }
}
