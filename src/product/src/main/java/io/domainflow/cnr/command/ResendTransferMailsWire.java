package io.domainflow.cnr.command;

import io.domainflow.registrar.command.ResendTransferMails;
import io.domainflow.wire.Wire;
import io.domainflow.wire.protocol.WireResponse;
import java.util.LinkedHashMap;
import java.util.Map;

/** {@link ResendTransferMails} as {@code ResendNotification} of the type {@code domaintransfer}. */
final class ResendTransferMailsWire
    implements Wire<ResendTransferMails, ResendTransferMails.Result> {

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
  public ResendTransferMails.Result result(ResendTransferMails command, WireResponse response) {
    return new ResendTransferMails.Result();
  }
}
