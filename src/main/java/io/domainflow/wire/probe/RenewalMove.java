package io.domainflow.wire.probe;

import io.domainflow.registrar.command.RenewDomain;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;

/** How far the date that a renewal moves has come since it was read before. */
public enum RenewalMove {
  NOT_ENOUGH,
  BY_THE_PERIOD,
  TOO_FAR;

  // Registries end a period at the time of day it began or at the day's end, in zones of their own.
  /** How far two statements of the same end of a period may be apart. */
  public static final Duration TOLERANCE = Duration.ofDays(2);

  /** Compares the date as it is with the one of the command. */
  public static RenewalMove of(RenewDomain command, Instant date) {
    Instant wanted =
        command.before().atOffset(ZoneOffset.UTC).plusYears(command.period().years()).toInstant();
    if (date.isBefore(wanted.minus(TOLERANCE))) {
      return NOT_ENOUGH;
    }
    return date.isAfter(wanted.plus(TOLERANCE)) ? TOO_FAR : BY_THE_PERIOD;
  }
}
