package io.domainflow.lineprotocol.message;

/**
 * Thrown for a text that is not a complete response. What the registrar did with the command
 * remains unknown. The message describes the fault and repeats nothing of the text.
 */
public class MalformedResponse extends RuntimeException {

  private final String message;

  public MalformedResponse(String message) {
    super(message);
    this.message = message;
  }

  /** Never null, unlike in other exceptions. */
  @Override
  public String getMessage() {
    return message;
  }
}
