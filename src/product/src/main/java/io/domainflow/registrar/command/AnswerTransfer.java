package io.domainflow.registrar.command;

import io.domainflow.model.DomainName;

/**
 * Answers a request for an outgoing transfer. A missing request is not a failure, but the transfer
 * may just have ended either way: the calling step reads the state of the name afterwards.
 *
 * @param approve true to approve, false to deny
 */
public record AnswerTransfer(DomainName domain, boolean approve)
    implements Repeatable<AnswerTransfer.Result> {

  /**
   * The answer.
   *
   * @param answered whether this command answered it; false if no transfer was waiting for an
   *     answer
   */
  public record Result(boolean answered) {}
}
