package io.domainflow.registrar.command;

import io.domainflow.model.DomainName;

/**
 * Withdraws a change of registrant that is under way. A missing one is not a failure, but it may
 * just have ended either way: the calling step reads the state of the name afterwards.
 */
public record CancelRegistrantChange(DomainName domain)
    implements Repeatable<CancelRegistrantChange.Result> {

  /**
   * The answer.
   *
   * @param cancelled whether this command cancelled it; false if no change was under way
   */
  public record Result(boolean cancelled) {}
}
