package io.domainflow.cnr.command;

import io.domainflow.lineprotocol.Codec;
import io.domainflow.lineprotocol.message.RegistrarResponse;
import io.domainflow.registrar.command.ResendTransferMails;
import java.util.LinkedHashMap;
import java.util.Map;

/** {@link ResendTransferMails} as {@code ResendNotification} of the type {@code domaintransfer}. */
final class ResendTransferMailsCodec
    implements Codec<ResendTransferMails, ResendTransferMails.Result> {

  @Override
  public String name(ResendTransferMails command) {
    return "ResendNotification";
  }

  @Override
  public Map<String, String> parameters(ResendTransferMails command) {
    Map<String, String> parameters = new LinkedHashMap<>();
    parameters.put("TYPE", "domaintransfer");
    parameters.put("OBJECT", command.domain().ascii());
    return parameters;
  }

  @Override
  public ResendTransferMails.Result result(
      ResendTransferMails command, RegistrarResponse response) {
    return new ResendTransferMails.Result();
  }
}
