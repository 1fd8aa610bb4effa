package io.domainflow.registrar.command;

import io.domainflow.model.DomainName;

/**
 * Answers somebody who wants to have a name of this account elsewhere. If nobody asks for it now,
 * that is no failure, but the transfer may just have ended either way: the step that answers reads
 * the state of the name afterwards.
 *
 * @param approve whether the name goes; otherwise it stays
 */
public record AnswerTransfer(DomainName domain, boolean approve)
    implements Repeatable<AnswerTransfer.Result> {

  /**
   * The answer.
   *
   * @param answered by this very command; false if no transfer was still waiting for an answer
   */
  public record Result(boolean answered) {}
}
