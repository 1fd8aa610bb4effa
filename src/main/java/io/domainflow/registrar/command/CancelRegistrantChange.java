package io.domainflow.registrar.command;

import io.domainflow.model.DomainName;

/**
 * Withdraws a change of registrant that is under way. If none is running now, that is no failure,
 * but it may just have ended either way: the step that cancels reads the state of the name
 * afterwards.
 */
public record CancelRegistrantChange(DomainName domain)
    implements Repeatable<CancelRegistrantChange.Result> {

  /**
   * The answer.
   *
   * @param cancelled by this very command; false if no change was still running
   */
  public record Result(boolean cancelled) {}
}
