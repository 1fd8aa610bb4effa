package io.domainflow.sandbox;

/** Ends a command with an answer other than success. */
final class Refusal extends RuntimeException {

  private final transient Answer answer;

  Refusal(Code code) {
    this(code, "");
  }

  Refusal(Code code, String detail) {
    super(code.text(), null, false, false);
    this.answer = Answer.of(code, detail);
  }

  Answer answer() {
    return answer;
  }
}
