package io.domainflow.sandbox.state;

import io.domainflow.sandbox.stored.Setting;
import java.time.Duration;
import java.time.Instant;

/**
 * The delay of the lists from which an account can tell what it has bought or lost: bookings and,
 * at CentralNic Reseller, applications, deleted names and events.
 */
public final class Lateness {

  private static final String SETTING = "lists-late";

  private Lateness() {}

  /** The delay; zero unless it was set. */
  public static Duration of(Transaction transaction) {
    return transaction.setting(SETTING).map(Duration::parse).orElse(Duration.ZERO);
  }

  /** The time up to which the lists now show what has happened. */
  public static Instant shownUntil(Instant now, Transaction transaction) {
    return now.minus(of(transaction));
  }

  /** Sets the delay. */
  public static void select(Duration late, Transaction transaction) {
    transaction.put(Table.SETTINGS, new Setting(SETTING, late.toString()));
  }
}
