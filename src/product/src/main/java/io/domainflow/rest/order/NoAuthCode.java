package io.domainflow.rest.order;

/** The auth code of an order cannot be handed over. */
class NoAuthCode extends RuntimeException {

  private final Why why;

  NoAuthCode(Why why) {
    super("the auth code is not handed over: " + why);
    this.why = why;
  }

  Why why() {
    return why;
  }

  /** Why the auth code is not handed over. */
  enum Why {
    /** The order has no code, or not yet. */
    NOT_THERE,
    /** The code goes to the registrant of the name. */
    WITH_HOLDER,
    /** A member of staff asks for a code that somebody else has ordered. */
    OF_ANOTHER,
    /**
     * A member of staff has ordered a code of a customer's name, and nobody else has approved it.
     */
    OF_OWNER,
    /** The code was handed over, or has expired. */
    OVER
  }
}
