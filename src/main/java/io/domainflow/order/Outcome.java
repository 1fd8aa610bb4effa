package io.domainflow.order;

import io.domainflow.model.RenewalMode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a completed order has brought, read back from the registrar.
 *
 * @param expiresAt end of the paid period; null if it could not be read
 * @param renewalMode what the registrar will do then; null if it shows a mode we do not know
 * @param lockedUntil end of a transfer lock that cannot be lifted earlier; null if there is none
 * @param validUntil until when what was got can be used, such as an auth code; null if it has no
 *     end
 * @param remark what else is to be known of it, for people; null if there is nothing
 */
public record Outcome(
    Code code,
    @Nullable Instant expiresAt,
    @Nullable RenewalMode renewalMode,
    @Nullable Instant lockedUntil,
    @Nullable Instant validUntil,
    @Nullable String remark) {

  /** An outcome of which nothing ends early. */
  public Outcome(
      Code code,
      @Nullable Instant expiresAt,
      @Nullable RenewalMode renewalMode,
      @Nullable Instant lockedUntil,
      @Nullable String remark) {
    this(code, expiresAt, renewalMode, lockedUntil, null, remark);
  }

  /** An outcome without a remark. */
  public Outcome(
      Code code,
      @Nullable Instant expiresAt,
      @Nullable RenewalMode renewalMode,
      @Nullable Instant lockedUntil) {
    this(code, expiresAt, renewalMode, lockedUntil, null);
  }

  /** How an order can end well. */
  public enum Code {
    REGISTERED,
    /** The name has arrived in the account from another registrar. */
    TRANSFERRED,
    /** The name has arrived from another account at the registrar; its registrant stays. */
    ACCOUNT_CHANGED,
    /** The name was in the account already, or arrived another way; nothing was asked for. */
    ALREADY_HERE,
    /** The name has another registrant. */
    REGISTRANT_CHANGED,
    /** The name is set up otherwise, or its registrant is the same with other data. */
    UPDATED,
    /** The name was set up as it was wanted. */
    NOTHING_TO_CHANGE,
    /** The name is paid for a further period. */
    RENEWED,
    /** The deleted name is back. */
    RESTORED,
    /** The name is deleted; for a while it may be possible to restore it. */
    DELETED,
    /** The name is no longer renewed and, unless the zone refused, does not resolve. */
    SUSPENDED,
    /** The suspension or cancellation of the name is undone. */
    UNSUSPENDED,
    /** The name ends with its period. */
    CANCELLED_AT_END,
    /** The auth code of the name is there, to be read once. */
    AUTH_CODE_ISSUED,
    /** The registry mails the auth code to the holder; there is nothing to read here. */
    AUTH_CODE_MAILED,
    /** The name was given away, and is no longer in the account. */
    PUSHED_AWAY
  }
}
