package io.domainflow.imports;

/**
 * Thrown if a list cannot be read at all. The message continues a sentence that begins with its
 * name.
 */
public class ListRejected extends RuntimeException {

  private final String reason;

  ListRejected(String reason) {
    super(reason);
    this.reason = reason;
  }

  /** Why it cannot be read, for the person who sent it. */
  public String reason() {
    return reason;
  }
}
