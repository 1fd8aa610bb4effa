package io.domainflow.order;

/**
 * Why an order failed.
 *
 * @param message for people: what happened, was money spent, what to do next
 * @param registrarCode result code of the registrar; null if it was not asked
 */
public record Failure(Reason reason, String message, Integer registrarCode) {

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
    /** The registry rejected a registration that the registrar had accepted. */
    REGISTRY_REJECTED,
    /** Nobody holds the name; there is nothing to transfer. */
    NOT_REGISTERED,
    /** The registrant said no to the transfer. */
    REFUSED_BY_REGISTRANT,
    /** The registrar that has the name did not let it go. */
    REFUSED_BY_LOSING_REGISTRAR,
    /** Nobody confirmed in time. */
    NOT_CONFIRMED_IN_TIME,
    /** The transfer ended without success, for another reason that the message states. */
    TRANSFER_FAILED,
    /** Somebody decided not to go on. */
    GIVEN_UP
  }
}
