package io.domainflow.sandbox.state;

import io.domainflow.sandbox.stored.Setting;
import java.time.Duration;
import java.time.Instant;

/**
 * How late the lists show what has happened from which an account can tell what it has bought or
 * lost: bookings and, at CentralNic Reseller, applications, deleted names and events.
 */
public final class Lateness {

  private static final String SETTING = "lists-late";

  private Lateness() {}

  /** By how much; nothing unless it was set. */
  public static Duration of(Transaction transaction) {
    return transaction.setting(SETTING).map(Duration::parse).orElse(Duration.ZERO);
  }

  /** Up to when what has happened is shown now. */
  public static Instant shownUntil(Instant now, Transaction transaction) {
    return now.minus(of(transaction));
  }

  /** Makes it this much from now on. */
  public static void select(Duration late, Transaction transaction) {
    transaction.put(Table.SETTINGS, new Setting(SETTING, late.toString()));
  }
}
