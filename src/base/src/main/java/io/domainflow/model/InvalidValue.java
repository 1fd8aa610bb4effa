package io.domainflow.model;

/**
 * Thrown for an invalid value. The message is for the person who typed it and never repeats a
 * secret.
 */
public class InvalidValue extends IllegalArgumentException {

  private final String message;

  public InvalidValue(String message) {
    super(message);
    this.message = message;
  }

  /** Never null, unlike in other exceptions. */
  @Override
  public String getMessage() {
    return message;
  }
}
