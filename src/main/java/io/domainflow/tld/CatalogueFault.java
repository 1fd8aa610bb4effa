package io.domainflow.tld;

/** A form or a row of the policy table that cannot be worked with. Says where and what. */
class CatalogueFault extends RuntimeException {

  CatalogueFault(String message) {
    super(message);
  }

  CatalogueFault(String message, Throwable cause) {
    super(message, cause);
  }
}
