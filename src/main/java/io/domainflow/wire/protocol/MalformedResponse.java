package io.domainflow.wire.protocol;

/**
 * A text that is not a whole response. What the registrar did with the command stays unknown. The
 * message says what is wrong with the form and repeats nothing of the text.
 */
public class MalformedResponse extends RuntimeException {

  private final String message;

  public MalformedResponse(String message) {
    super(message);
    this.message = message;
  }

  /** There always is one, unlike in other exceptions. */
  @Override
  public String getMessage() {
    return message;
  }
}
