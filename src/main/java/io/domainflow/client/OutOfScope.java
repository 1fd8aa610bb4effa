package io.domainflow.client;

/** An API client wants something that is not in its scope. Nothing was stored for it. */
public class OutOfScope extends RuntimeException {

  private final String member;

  OutOfScope(String member, String message) {
    super(message);
    this.member = member;
  }

  /** The member of the order that is outside: {@code account} or {@code operation}. */
  public String member() {
    return member;
  }
}
