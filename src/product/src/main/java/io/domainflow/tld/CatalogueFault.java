package io.domainflow.tld;

/**
 * Thrown for an unusable form or row of the policy table; the message says where and what is wrong.
 */
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

  /** Never null, unlike in other exceptions. */
  @Override
  public String getMessage() {
    return message;
  }
}
