package io.domainflow.registrar.command;

import io.domainflow.model.DomainName;

/**
 * Resends the mails that a transfer or a change of registrant waits for. Sent twice, people get two
 * mails, which does no harm.
 */
public record ResendTransferMails(DomainName domain)
    implements Repeatable<ResendTransferMails.Result> {

  @Override
  public boolean changesName() {
    return false;
  }

  /** The mails were sent; there are no details. */
  public record Result() {}
}
