package io.domainflow.rest.order;

/** The auth code of an order is not handed over. */
class NoAuthCode extends RuntimeException {

  private final Why why;

  NoAuthCode(Why why) {
    super("the auth code is not handed over: " + why);
    this.why = why;
  }

  Why why() {
    return why;
  }

  /** Why it is not. */
  enum Why {
    /** The order brings none, or not yet. */
    NOT_THERE,
    /** It goes to the holder of the name. */
    WITH_HOLDER,
    /** One of our people asks for what somebody else has ordered. */
    OF_ANOTHER,
    /** It was handed over, or its time is over. */
    OVER
  }
}
