package io.domainflow.rest.order;

/** Several logins use this reference, and the one who asks may see all of their orders. */
class AmbiguousReference extends RuntimeException {

  AmbiguousReference(String reference) {
    super("several logins use the reference " + reference + "; ask by the order's id instead");
  }
}
