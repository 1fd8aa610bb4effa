package io.domainflow.sandbox.stored.name;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The paid time of a name, and its next automatic changes.
 *
 * @param paidUntil can be years after the expiry
 * @param charged automatic charge for a year that is not carried out yet; null for none
 * @param notBefore time before which there are no automatic changes; null for no limit
 * @param unpaid whether the automatic charge was given up
 * @param deletionAt when it is deleted, if not on its failure date
 */
public record Renewal(
    Instant paidUntil,
    @Nullable BigDecimal charged,
    @Nullable Instant notBefore,
    boolean unpaid,
    @Nullable Instant deletionAt) {

  /** Paid up to a time, with the usual automatic changes. */
  public static Renewal paid(Instant until) {
    return new Renewal(until, null, null, false, null);
  }

  /** Paid up to a time, for which an account was charged automatically. */
  public static Renewal charged(Instant until, @Nullable BigDecimal amount) {
    return new Renewal(until, amount, null, false, null);
  }

  /** This, with everything due before a time postponed to it. */
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

  /** This, to be deleted at a time, regardless of other waits. */
  public Renewal deletedAt(@Nullable Instant time) {
    return new Renewal(paidUntil, charged, null, unpaid, time);
  }
}
