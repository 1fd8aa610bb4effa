package io.domainflow.ispapi.command;

import io.domainflow.lineprotocol.Codec;
import io.domainflow.lineprotocol.message.RegistrarResponse;
import io.domainflow.registrar.command.ResendTransferMails;
import io.domainflow.registrar.command.ResendTransferMails.Result;
import java.util.Map;

/** {@link ResendTransferMails} as {@code ResendDomainTransferConfirmationEmails}. */
final class ResendTransferMailsCodec
    implements Codec<ResendTransferMails, ResendTransferMails.Result> {

  @Override
  public String name(ResendTransferMails command) {
    return "ResendDomainTransferConfirmationEmails";
  }

  @Override
  public Map<String, String> parameters(ResendTransferMails command) {
    return Map.of("DOMAIN", command.domain().ascii());
  }

  @Override
  public Result result(ResendTransferMails command, RegistrarResponse response) {
    return new Result();
  }
}
