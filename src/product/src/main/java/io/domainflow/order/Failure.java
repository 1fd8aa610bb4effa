package io.domainflow.order;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Why an order failed.
 *
 * @param message for people: what happened, was money spent, what to do next
 * @param registrarCode result code of the registrar; null if it did not refuse, or if the journal
 *     already has its refusal
 * @param until when the operation becomes possible; null if that is not known or will not happen
 */
public record Failure(
    Reason reason, String message, @Nullable Integer registrarCode, @Nullable Instant until) {

  /** A failure without a date from which the operation is possible. */
  public Failure(Reason reason, String message, @Nullable Integer registrarCode) {
    this(reason, message, registrarCode, null);
  }

  /** Reasons a caller can react to. */
  public enum Reason {
    /** The name is registered by somebody else. */
    NAME_TAKEN,
    /** A premium name, which cannot be bought this way. */
    PREMIUM_NAME,
    /** Somebody rejected the price of the name. */
    PRICE_REJECTED,
    /** Somebody rejected the name because of its trademark notice. */
    NOTICE_REJECTED,
    /** The registrar refused the registration, and it was not corrected. */
    REGISTRAR_REFUSED,
    /** The registry rejected what the registrar had accepted: a registration, or a signed form. */
    REGISTRY_REJECTED,
    /** Nobody has registered the name, or it is not in the account. */
    NOT_REGISTERED,
    /** The registrant rejected the transfer. */
    REFUSED_BY_REGISTRANT,
    /** The losing registrar denied the transfer. */
    REFUSED_BY_LOSING_REGISTRAR,
    /** Nobody confirmed in time. */
    NOT_CONFIRMED_IN_TIME,
    /** The new registrant is the same as the present one. */
    NOTHING_CHANGED,
    /** The name is disputed; its registrant may not change until that is settled. */
    DISPUTE_HOLD,
    /**
     * The registration has expired: there is no longer a right to renew it or, where a suspension
     * is to be undone, it has to be renewed first.
     */
    EXPIRED,
    /** Only the registry can change the registrant of such a name, by its own procedure. */
    CHANGE_ONLY_AT_REGISTRY,
    /** The person asked to consent for one of the two registrants refused. */
    CONSENT_REFUSED,
    /** The prior registrant rejected the change. */
    PRIOR_REGISTRANT_DECLINED,
    /** The registrar accepted the change, but the name does not have the ordered registrant. */
    CHANGE_NOT_EXECUTED,
    /** The name has left the account in the meantime. */
    TRANSFERRED_AWAY,
    /** The transfer failed for another reason, which the message states. */
    TRANSFER_FAILED,
    /** The period of the name does not end on the day that the caller stated. */
    EXPIRY_DIFFERS,
    /** The next period has already been paid for otherwise. */
    ALREADY_RENEWED,
    /** The renewal cannot be bought yet; the message says when it can. */
    TOO_EARLY,
    /** The name cannot be renewed for that many years. */
    PERIOD_NOT_OFFERED,
    /**
     * The registrar has deleted the name. It can still be restored, at a separate price; a renewal
     * does so automatically only if the account allows it.
     */
    RESTORE_NEEDED,
    /** The name is not deleted, so there is nothing to restore. */
    NOT_DELETED,
    /** The registry did not restore the deleted name. */
    RESTORE_FAILED,
    /** Nobody gave in time what the order waited for. */
    NOT_ANSWERED,
    /** Somebody gave the order up. */
    GIVEN_UP,
    /** Somebody decided to keep the name that was to be deleted. */
    DELETION_REFUSED,
    /** There is no suspension or cancellation of the name that could be undone. */
    NOT_SUSPENDED,
    /** None of the ordered changes was made; the message says why. */
    UPDATE_REFUSED,
    /** An approver refused the change. */
    APPROVAL_REFUSED,
    /** There are obstacles; the message lists them with their end dates. */
    NOT_POSSIBLE_YET
  }
}
