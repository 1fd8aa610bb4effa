package io.domainflow.rest.order;

/** There is no trademark notice for the name of the order. */
class NoClaimsNotice extends RuntimeException {

  NoClaimsNotice(String reference) {
    super("No trademark notice is known for the name of order " + reference);
  }
}
