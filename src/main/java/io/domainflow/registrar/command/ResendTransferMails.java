package io.domainflow.registrar.command;

import io.domainflow.model.DomainName;

/**
 * Has the mails sent again that a transfer or a change of registrant waits for. Sent twice, people
 * get two mails, which does no harm.
 */
public record ResendTransferMails(DomainName domain)
    implements Repeatable<ResendTransferMails.Result> {

  /** The mails are on their way; there is nothing more to say. */
  public record Result() {}
}
