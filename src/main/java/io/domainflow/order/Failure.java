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
    /** A premium name; those are not sold yet. */
    PREMIUM_NAME,
    /** The name matches a trademark and needs a claims notice; those are not sold yet. */
    CLAIMED_NAME,
    /** The registrar refused the registration. */
    REGISTRAR_REFUSED,
    /** The account's credit at the registrar is used up. */
    CREDIT,
    /** The registry rejected a registration that the registrar had accepted. */
    REGISTRY_REJECTED,
    /** An operator gave up waiting for the registry. */
    GIVEN_UP
  }
}
