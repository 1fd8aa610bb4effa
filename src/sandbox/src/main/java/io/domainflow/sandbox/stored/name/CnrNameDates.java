package io.domainflow.sandbox.stored.name;

import java.time.Duration;
import java.time.Instant;

/** Computes the dates of a name at CentralNic Reseller from the time up to which it is paid. */
public final class CnrNameDates {

  /** The time from the end of the period to the renewal date of a generic name. */
  public static final Duration TO_RENEWAL = Duration.ofDays(35);

  /** How long a name is suspended before it is deleted. */
  public static final Duration SUSPENDED = Duration.ofDays(8);

  private static final int COUNTRY_CODE = 2;

  private CnrNameDates() {}

  /** The next automatic change of a name. */
  public enum Next {
    /** The registry adds a year to the name's date. */
    COUNT_UP,
    /** A year that was paid ahead is carried out. */
    CARRY_OUT,
    /** The name's renewal mode takes effect. */
    RENEWAL,
    DELETION
  }

  public static boolean isGeneric(String domain) {
    return domain.length() - domain.lastIndexOf('.') - 1 > COUNTRY_CODE;
  }

  /** Whether the registry has added a year that is not paid. */
  public static boolean isCountedUp(RegisteredName name) {
    return name.expiresAt().isAfter(name.paidUntil());
  }

  /** When the mode of a name takes effect. */
  public static Instant renewal(RegisteredName name) {
    return isGeneric(name.domain()) ? name.paidUntil().plus(TO_RENEWAL) : name.paidUntil();
  }

  /** The next automatic change of a name. */
  public static Next next(RegisteredName name) {
    if (name.status().equals(RegisteredName.PENDING_DELETE)) {
      return Next.DELETION;
    }
    if (name.paidAhead()) {
      return Next.CARRY_OUT;
    }
    return isGeneric(name.domain()) && !isCountedUp(name) ? Next.COUNT_UP : Next.RENEWAL;
  }

  /** The time of the next automatic change. */
  static Instant nextAt(RegisteredName name) {
    Instant usual =
        switch (next(name)) {
          case COUNT_UP, CARRY_OUT -> name.expiresAt();
          case RENEWAL -> renewal(name);
          case DELETION -> NameDates.failure(name);
        };
    Instant earliest = name.renewal().notBefore();
    return earliest != null && earliest.isAfter(usual) ? earliest : usual;
  }
}
