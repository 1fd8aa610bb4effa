package io.domainflow.rest.tld;

/** No names are on sale under this top-level domain. */
class TldNotFound extends RuntimeException {

  TldNotFound() {
    super("no names are sold under a top-level domain with this name");
  }

  TldNotFound(String message) {
    super(message);
  }
}
