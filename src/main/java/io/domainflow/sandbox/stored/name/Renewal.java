package io.domainflow.sandbox.stored.name;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far a name is paid, and what happens to it.
 *
 * @param paidUntil can be years ahead of the expiry
 * @param charged what was taken automatically for a year that is not carried out yet; null for
 *     nothing
 * @param notBefore nothing happens automatically before; null for no such limit
 * @param unpaid whether charging it automatically was given up
 * @param deletionAt when it is deleted, if that is not its failure date
 */
public record Renewal(
    Instant paidUntil,
    @Nullable BigDecimal charged,
    @Nullable Instant notBefore,
    boolean unpaid,
    @Nullable Instant deletionAt) {

  /** Paid up to a time, with everything going its usual way. */
  public static Renewal paid(Instant until) {
    return new Renewal(until, null, null, false, null);
  }

  /** Paid up to a time, for which an account was charged automatically. */
  public static Renewal charged(Instant until, @Nullable BigDecimal amount) {
    return new Renewal(until, amount, null, false, null);
  }

  /** This, with what was due before a time happening then. */
  public Renewal notBefore(Instant time) {
    return new Renewal(paidUntil, charged, time, unpaid, deletionAt);
  }

  /** This, no longer charged automatically. */
  public Renewal givenUp() {
    return new Renewal(paidUntil, charged, notBefore, true, deletionAt);
  }

  /** This, charged automatically again from a time on. */
  public Renewal resumed(Instant time) {
    return new Renewal(paidUntil, charged, time, false, deletionAt);
  }

  /** This, to be deleted at a time, whatever it was waiting for. */
  public Renewal deletedAt(@Nullable Instant time) {
    return new Renewal(paidUntil, charged, null, unpaid, time);
  }
}
