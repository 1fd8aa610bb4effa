package io.domainflow.rest.order;

/** An order whose name no trademark notice stands against. */
class NoClaimsNotice extends RuntimeException {

  NoClaimsNotice(String reference) {
    super("no trademark notice stands against the name of order " + reference);
  }
}
