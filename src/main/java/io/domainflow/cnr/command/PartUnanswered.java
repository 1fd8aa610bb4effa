package io.domainflow.cnr.command;

import io.domainflow.registrar.Answer;

/** One of the commands that a command of ours consists of was not answered as it should. */
public final class PartUnanswered extends RuntimeException {

  private final transient Answer<?> answer;

  public PartUnanswered(Answer<?> answer) {
    super(answer.toString());
    this.answer = answer;
  }

  /** What came instead. */
  public Answer<?> answer() {
    return answer;
  }
}
