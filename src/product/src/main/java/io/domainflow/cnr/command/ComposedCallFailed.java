package io.domainflow.cnr.command;

import io.domainflow.registrar.Answer;

/** Thrown when one part of a composed command fails. */
public final class ComposedCallFailed extends RuntimeException {

  private final transient Answer<?> answer;

  public ComposedCallFailed(Answer<?> answer) {
    super(answer.toString());
    this.answer = answer;
  }

  /** The answer to the failed part. */
  public Answer<?> answer() {
    return answer;
  }
}
