package io.domainflow.ispapi.command;

import io.domainflow.ispapi.protocol.IspapiResponse;
import io.domainflow.model.DomainName;
import java.util.Map;

/**
 * Has the mails sent again that a transfer or a change of registrant waits for. Sent twice, people
 * get two mails, which does no harm.
 */
public record ResendTransferMails(DomainName domain)
    implements Repeatable<ResendTransferMails.Result> {

  /** The mails are on their way; there is nothing more to say. */
  public record Result() {}

  @Override
  public String name() {
    return "ResendDomainTransferConfirmationEmails";
  }

  @Override
  public Map<String, String> parameters() {
    return Map.of("DOMAIN", domain.ascii());
  }

  @Override
  public Result result(IspapiResponse response) {
    return new Result();
  }
}
