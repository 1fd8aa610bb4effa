package io.domainflow.sandbox.protocol;

/** Ends a command with an answer other than success. */
public final class Refusal extends RuntimeException {

  private final transient Answer answer;

  public Refusal(Code code) {
    this(code, "");
  }

  public Refusal(Code code, String detail) {
    super(code.text(), null, false, false);
    this.answer = Answer.of(code, detail);
  }

  public Answer answer() {
    return answer;
  }
}
