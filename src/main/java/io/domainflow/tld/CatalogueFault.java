package io.domainflow.tld;

/** A form or a row of the policy table that cannot be worked with. Says where and what. */
class CatalogueFault extends RuntimeException {

  private final String message;

  CatalogueFault(String message) {
    super(message);
    this.message = message;
  }

  CatalogueFault(String message, Throwable cause) {
    super(message, cause);
    this.message = message;
  }

  /** There always is one, unlike in other exceptions. */
  @Override
  public String getMessage() {
    return message;
  }
}
