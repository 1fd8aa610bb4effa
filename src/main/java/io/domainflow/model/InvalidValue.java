package io.domainflow.model;

/**
 * A value that cannot be what it claims to be. The message is written for the person who typed it
 * and never repeats a secret.
 */
public class InvalidValue extends IllegalArgumentException {

  private final String message;

  public InvalidValue(String message) {
    super(message);
    this.message = message;
  }

  /** There always is one, unlike in other exceptions. */
  @Override
  public String getMessage() {
    return message;
  }
}
