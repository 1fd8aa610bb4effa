package io.domainflow.registrar.command;

import io.domainflow.model.DomainName;

/**
 * Puts a name on hold, so that it no longer resolves, or removes the hold. Everything else stays
 * unchanged.
 *
 * @param hold false to remove it
 */
public record HoldDomain(DomainName domain, boolean hold) implements Repeatable<HoldDomain.Result> {

  /**
   * The answer.
   *
   * @param pending the registry has not executed it yet and may still refuse
   */
  public record Result(boolean pending) {}
}
