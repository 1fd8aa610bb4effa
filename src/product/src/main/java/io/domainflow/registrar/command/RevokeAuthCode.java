package io.domainflow.registrar.command;

import io.domainflow.model.DomainName;

/**
 * Invalidates the auth code issued for a name. If names always have one, it gets a new code, which
 * is not disclosed.
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
