package io.domainflow.analysis;

import io.domainflow.order.Failure;

/** The meaning of failure reasons, one sentence each. */
final class FailureWords {

  private FailureWords() {}

  static String of(Failure.Reason reason) {
    return switch (reason) {
      case NAME_TAKEN -> "The name is already registered.";
      case PREMIUM_NAME -> "The name has a price of its own and cannot be bought this way.";
      case PRICE_REJECTED -> "Somebody decided that the name is not worth its price.";
      case NOTICE_REJECTED -> "Somebody decided against the name because of a trademark notice.";
      case REGISTRAR_REFUSED -> "The registrar refused what was ordered, and nobody corrected it.";
      case REGISTRY_REJECTED -> "The registry turned down what the registrar had accepted.";
      case NOT_REGISTERED -> "Nobody holds the name, or it is not in the account.";
      case REFUSED_BY_REGISTRANT -> "The registrant declined the transfer.";
      case REFUSED_BY_LOSING_REGISTRAR -> "The losing registrar refused the transfer.";
      case NOT_CONFIRMED_IN_TIME -> "Nobody followed the link of the mail in time.";
      case NOTHING_CHANGED -> "The name already has this registrant.";
      case DISPUTE_HOLD -> "The name is disputed, so its registrant must not change.";
      case EXPIRED ->
          "The registration is over, and the name has to be renewed first, if it still can be.";
      case CHANGE_ONLY_AT_REGISTRY -> "Only the registry changes the registrant of such a name.";
      case CONSENT_REFUSED -> "An approver refused for one of the two registrants.";
      case PRIOR_REGISTRANT_DECLINED -> "The prior registrant declined the change.";
      case CHANGE_NOT_EXECUTED ->
          "The registrar accepted the change, but the name does not have the ordered registrant.";
      case TRANSFERRED_AWAY -> "The name left the account in the meantime.";
      case TRANSFER_FAILED -> "The transfer failed for a reason that the order states.";
      case EXPIRY_DIFFERS -> "The period ends at a different time than the caller stated.";
      case ALREADY_RENEWED -> "The further period was paid for, or ordered, before.";
      case TOO_EARLY -> "The renewal cannot be bought yet.";
      case PERIOD_NOT_OFFERED -> "The name is not renewed by as many years.";
      case RESTORE_NEEDED -> "The name is deleted, and a renewal may not restore it automatically.";
      case NOT_DELETED -> "There is nothing to restore, because the name is not deleted.";
      case RESTORE_FAILED -> "The registry did not restore the deleted name.";
      case NOT_ANSWERED -> "Nobody gave in time what the order waited for.";
      case GIVEN_UP -> "Somebody decided to stop.";
      case DELETION_REFUSED -> "Somebody decided to keep the name.";
      case NOT_SUSPENDED -> "There was no suspension or cancellation to undo.";
      case UPDATE_REFUSED -> "Nothing of the name was changed, for reasons that the order states.";
      case APPROVAL_REFUSED -> "An approver did not agree to what was ordered.";
      case NOT_POSSIBLE_YET ->
          "An obstacle that passes or can be removed, such as a lock, prevented the order.";
    };
  }
}
