package io.domainflow.rest.order;

/** Several logins use this reference, and the caller may see the orders of all of them. */
class AmbiguousReference extends RuntimeException {

  AmbiguousReference(String reference) {
    super("several logins use the reference " + reference + "; ask by the order's id instead");
  }
}
