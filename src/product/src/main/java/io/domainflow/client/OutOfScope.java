package io.domainflow.client;

/** Thrown when a request of an API client is out of its scope. Nothing was stored. */
public class OutOfScope extends RuntimeException {

  private final String member;

  OutOfScope(String member, String message) {
    super(message);
    this.member = member;
  }

  /** The member of the order that is out of scope: {@code account} or {@code operation}. */
  public String member() {
    return member;
  }
}
