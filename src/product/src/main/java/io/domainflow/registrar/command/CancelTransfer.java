package io.domainflow.registrar.command;

import io.domainflow.model.DomainName;

/**
 * Withdraws a transfer to this account. A missing one is not a failure, but it may just have ended
 * either way: the calling step reads the state of the name afterwards.
 */
public record CancelTransfer(DomainName domain) implements Repeatable<CancelTransfer.Result> {

  /**
   * The answer.
   *
   * @param cancelled whether this command cancelled it; false if no transfer was under way
   */
  public record Result(boolean cancelled) {}
}
