package io.domainflow.rest.order;

/** An order whose name has no trademark notice. */
class NoClaimsNotice extends RuntimeException {

  NoClaimsNotice(String reference) {
    super("No trademark notice stands against the name of order " + reference);
  }
}
