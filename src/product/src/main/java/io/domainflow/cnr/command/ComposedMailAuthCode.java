package io.domainflow.cnr.command;

import io.domainflow.model.DomainName;
import io.domainflow.registrar.command.MailAuthCode;
import java.util.Optional;

/** {@link MailAuthCode} as {@code SetAuthCode}; each time the registrant is sent a new code. */
final class ComposedMailAuthCode implements Composed<MailAuthCode, MailAuthCode.Result> {

  @Override
  public String name(MailAuthCode command) {
    return "SetAuthCode";
  }

  @Override
  public int points(MailAuthCode command) {
    return 10;
  }

  @Override
  public Optional<DomainName> about(MailAuthCode command) {
    return Optional.of(command.domain());
  }

  @Override
  public MailAuthCode.Result ask(MailAuthCode command, Calls calls) {
    return new MailAuthCode.Result(
        calls.change(new AuthCodeAtRegistry(command.domain(), false)).pending(), false);
  }
}
