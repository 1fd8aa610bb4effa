package io.domainflow.registrar.command;

import io.domainflow.model.DomainName;

/**
 * Puts a name on hold, so that it no longer resolves, or takes it off again. Everything else of the
 * name stays.
 *
 * @param hold false takes it off
 */
public record HoldDomain(DomainName domain, boolean hold) implements Repeatable<HoldDomain.Result> {

  /**
   * The answer.
   *
   * @param pending the registry has not done it yet and may still refuse
   */
  public record Result(boolean pending) {}
}
