package io.domainflow.registrar.command;

import io.domainflow.model.DomainName;

/**
 * Has the registry send the auth code of a name to its registrant. Nobody else can see it. If the
 * platform has no such command, this is refused as {@link
 * io.domainflow.registrar.RefusalReason#NOT_OFFERED}: there the code is read or created ({@link
 * ReadAuthCode}, {@link CreateAuthCode}).
 */
public record MailAuthCode(DomainName domain) implements Repeatable<MailAuthCode.Result> {

  /**
   * The answer.
   *
   * @param pending the registry has not done it yet
   * @param alreadyMailed an earlier code is still valid, so no new one is sent
   */
  public record Result(boolean pending, boolean alreadyMailed) {}
}
