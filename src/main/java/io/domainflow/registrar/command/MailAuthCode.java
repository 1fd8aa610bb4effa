package io.domainflow.registrar.command;

import io.domainflow.model.DomainName;

/**
 * Asks the registry to send the auth code of a name to its registrant. Nobody else gets to see it.
 * Where the platform has no command for that it is refused as {@link
 * io.domainflow.registrar.RefusalReason#NOT_OFFERED}: there the code is read or made ({@link
 * ReadAuthCode}, {@link CreateAuthCode}).
 */
public record MailAuthCode(DomainName domain) implements Repeatable<MailAuthCode.Result> {

  /**
   * The answer.
   *
   * @param pending the registry has not done it yet
   * @param alreadyMailed one that was sent before is still in force: no other is sent
   */
  public record Result(boolean pending, boolean alreadyMailed) {}
}
