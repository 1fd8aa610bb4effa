package io.domainflow.rest.tld;

/** No names are on sale below this top-level domain. */
class TldNotFound extends RuntimeException {

  TldNotFound() {
    super("no names are sold below a top-level domain with this name");
  }

  TldNotFound(String message) {
    super(message);
  }
}
