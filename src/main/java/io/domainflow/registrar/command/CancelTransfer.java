package io.domainflow.registrar.command;

import io.domainflow.model.DomainName;

/**
 * Withdraws a transfer to this account. If none is running now, that is no failure, but it may just
 * have ended either way: the step that cancels reads the state of the name afterwards.
 */
public record CancelTransfer(DomainName domain) implements Repeatable<CancelTransfer.Result> {

  /**
   * The answer.
   *
   * @param cancelled by this very command; false if no transfer was still running
   */
  public record Result(boolean cancelled) {}
}
