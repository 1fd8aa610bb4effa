package io.domainflow.order;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Why an order failed.
 *
 * @param message for people: what happened, was money spent, what to do next
 * @param registrarCode result code of the registrar; null if it did not say no, or if its refusal
 *     is in the journal already
 * @param until from when on it is possible; null if that is not known, or never
 */
public record Failure(
    Reason reason, String message, @Nullable Integer registrarCode, @Nullable Instant until) {

  /** A failure that no date is known for. */
  public Failure(Reason reason, String message, @Nullable Integer registrarCode) {
    this(reason, message, registrarCode, null);
  }

  /** Reasons a caller can react to. */
  public enum Reason {
    /** Somebody has the name. */
    NAME_TAKEN,
    /** A name with a price of its own that cannot be bought this way. */
    PREMIUM_NAME,
    /** Somebody decided against the price of the name. */
    PRICE_REJECTED,
    /** Somebody decided against the name because of the trademark notice. */
    NOTICE_REJECTED,
    /** The registrar refused the registration, and it was not corrected. */
    REGISTRAR_REFUSED,
    /** The registry rejected what the registrar had accepted: a registration, or a signed form. */
    REGISTRY_REJECTED,
    /** The name is not there: nobody holds it, or it is not in the account. */
    NOT_REGISTERED,
    /** The registrant said no to the transfer. */
    REFUSED_BY_REGISTRANT,
    /** The registrar that has the name did not let it go. */
    REFUSED_BY_LOSING_REGISTRAR,
    /** Nobody confirmed in time. */
    NOT_CONFIRMED_IN_TIME,
    /** The new registrant is the one that the name has. */
    NOTHING_CHANGED,
    /** The name is disputed; its registrant may not change until that is settled. */
    DISPUTE_HOLD,
    /** The registration has expired, and there is no longer a right to renew it. */
    EXPIRED,
    /** Only the registry changes the registrant of such a name, with its own procedure. */
    CHANGE_ONLY_AT_REGISTRY,
    /** The person asked to consent for one of the two registrants refused. */
    CONSENT_REFUSED,
    /** The prior registrant said no to the change. */
    PRIOR_REGISTRANT_DECLINED,
    /** The registrar accepted the change, but the registrant is a third one. */
    CHANGE_NOT_EXECUTED,
    /** The name has left the account meanwhile. */
    TRANSFERRED_AWAY,
    /** The transfer ended without success, for another reason that the message states. */
    TRANSFER_FAILED,
    /** The period of the name ends at another time than the caller believes. */
    EXPIRY_DIFFERS,
    /** The further period is paid already, by somebody or something else. */
    ALREADY_RENEWED,
    /** The renewal cannot be bought yet; the message says from when on. */
    TOO_EARLY,
    /** The name cannot be renewed by as many years. */
    PERIOD_NOT_OFFERED,
    /**
     * The registrar has deleted the name. It can still be restored, at a price of its own; a
     * renewal does that automatically only if the account allows it.
     */
    RESTORE_NEEDED,
    /** The name is not deleted, so there is nothing to restore. */
    NOT_DELETED,
    /** The registry did not restore the deleted name. */
    RESTORE_FAILED,
    /** Somebody decided to stop. */
    GIVEN_UP,
    /** Somebody decided to keep the name that was to be deleted. */
    DELETION_REFUSED,
    /** There is no suspension or cancellation of the name that could be undone. */
    NOT_SUSPENDED,
    /** Nothing of what was to be changed was changed; the message says why. */
    UPDATE_REFUSED,
    /** Somebody decided that the name is not to be changed like this. */
    APPROVAL_REFUSED,
    /** Something stands in the way of it yet; the message says what, and each until when. */
    NOT_POSSIBLE_YET
  }
}
