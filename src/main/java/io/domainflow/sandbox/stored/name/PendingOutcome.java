package io.domainflow.sandbox.stored.name;

import io.domainflow.sandbox.stored.Stored;
import java.math.BigDecimal;
import java.time.Instant;

/**
 * What is decided about a name later, and when.
 *
 * @param application number of the application it is about; null for a registration
 * @param currency of what was charged
 */
public record PendingOutcome(
    long number,
    String domain,
    String command,
    String account,
    String role,
    Instant dueAt,
    boolean successful,
    String reason,
    BigDecimal charged,
    Long application,
    String currency)
    implements Stored {
  @Override
  public String key() {
    return Stored.numbered(number);
  }

  /** This outcome, decided now and in this way. */
  public PendingOutcome decidedAt(Instant now, boolean yes) {
    return new PendingOutcome(
        number,
        domain,
        command,
        account,
        role,
        now,
        yes,
        yes ? null : reason,
        charged,
        application,
        currency);
  }

  /** This outcome, turned into a failure. */
  public PendingOutcome failed(String why) {
    return new PendingOutcome(
        number, domain, command, account, role, dueAt, false, why, charged, application, currency);
  }
}
