package io.domainflow.registrar.command;

import io.domainflow.model.DomainName;

/**
 * Makes the auth code that was issued for a name void. Where a name always has one it gets another,
 * which nobody is told.
 *
 * @param atRegistry as with {@link CreateAuthCode}
 */
public record RevokeAuthCode(DomainName domain, boolean atRegistry)
    implements Repeatable<RevokeAuthCode.Result> {

  /**
   * The answer.
   *
   * @param pending the registry has not done it yet
   */
  public record Result(boolean pending) {}
}
