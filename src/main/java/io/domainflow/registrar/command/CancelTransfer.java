package io.domainflow.registrar.command;

import io.domainflow.model.DomainName;

/**
 * Withdraws a transfer to this account. If none is running any more, that is no failure, but it may
 * just have ended either way: whoever cancels reads the state of the name afterwards.
 */
public record CancelTransfer(DomainName domain) implements Repeatable<CancelTransfer.Result> {

  /**
   * The answer.
   *
   * @param cancelled by this very command; false if no transfer was running any more
   */
  public record Result(boolean cancelled) {}
}
