package io.domainflow.order;

import io.domainflow.model.RenewalMode;
import java.time.Instant;

/**
 * What a completed order has brought, read back from the registrar.
 *
 * @param expiresAt end of the paid period
 * @param renewalMode what the registrar will do then; null if it shows a mode we do not know
 * @param lockedUntil end of a transfer lock that cannot be lifted earlier; null if there is none
 */
public record Outcome(Code code, Instant expiresAt, RenewalMode renewalMode, Instant lockedUntil) {

  /** How an order can end well. */
  public enum Code {
    REGISTERED,
    /** The name has come to the account from another registrar. */
    TRANSFERRED,
    /** The name has come from another account at the registrar; its registrant stays. */
    ACCOUNT_CHANGED,
    /** The name was in the account already, or arrived another way; nothing was asked for. */
    ALREADY_HERE,
    /** The name has another registrant. */
    REGISTRANT_CHANGED,
    /** The registrant is the same, with other data. */
    UPDATED,
    /** The name is paid for a further period. */
    RENEWED,
    /** The deleted name is back. */
    RESTORED
  }
}
