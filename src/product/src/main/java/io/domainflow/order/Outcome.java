package io.domainflow.order;

import io.domainflow.model.RenewalMode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The result of a completed order, read back from the registrar.
 *
 * @param expiresAt end of the paid period; null if it could not be read
 * @param renewalMode what the registrar will do then; null if the registrar shows an unknown mode
 * @param lockedUntil end of a transfer lock that cannot be removed earlier; null if there is none
 * @param validUntil until when the result, such as an auth code, can be used; null if it does not
 *     expire
 * @param remark further information for people; null if there is none
 */
public record Outcome(
    Code code,
    @Nullable Instant expiresAt,
    @Nullable RenewalMode renewalMode,
    @Nullable Instant lockedUntil,
    @Nullable Instant validUntil,
    @Nullable String remark) {

  /** An outcome that does not expire. */
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

  /** The kinds of success. */
  public enum Code {
    REGISTERED,
    /** The name has arrived in the account from another registrar. */
    TRANSFERRED,
    /** The name has arrived from another account at the registrar; its registrant stays. */
    ACCOUNT_CHANGED,
    /**
     * The name was already in the account, or arrived in another way; no transfer was requested.
     */
    ALREADY_HERE,
    /** The name has the new registrant. */
    REGISTRANT_CHANGED,
    /** The setup of the name, or the data of its unchanged registrant, was updated. */
    UPDATED,
    /** The name was already set up as ordered. */
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
    /** The name expires at the end of its period. */
    CANCELLED_AT_END,
    /** The auth code of the name can be read, once. */
    AUTH_CODE_ISSUED,
    /** The registry mails the auth code to the holder; it cannot be read here. */
    AUTH_CODE_MAILED,
    /** The name was released, and is no longer in the account. */
    PUSHED_AWAY
  }
}
