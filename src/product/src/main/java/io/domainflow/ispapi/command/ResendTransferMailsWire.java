package io.domainflow.ispapi.command;

import io.domainflow.registrar.command.ResendTransferMails;
import io.domainflow.registrar.command.ResendTransferMails.Result;
import io.domainflow.wire.Wire;
import io.domainflow.wire.protocol.WireResponse;
import java.util.Map;

/** {@link ResendTransferMails} as {@code ResendDomainTransferConfirmationEmails}. */
final class ResendTransferMailsWire
    implements Wire<ResendTransferMails, ResendTransferMails.Result> {

  @Override
  public String name(ResendTransferMails command) {
    return "ResendDomainTransferConfirmationEmails";
  }

  @Override
  public Map<String, String> parameters(ResendTransferMails command) {
    return Map.of("DOMAIN", command.domain().ascii());
  }

  @Override
  public Result result(ResendTransferMails command, WireResponse response) {
    return new Result();
  }
}
