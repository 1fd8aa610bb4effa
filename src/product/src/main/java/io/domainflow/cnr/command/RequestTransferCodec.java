package io.domainflow.cnr.command;

import io.domainflow.lineprotocol.Codec;
import io.domainflow.lineprotocol.message.RegistrarResponse;
import io.domainflow.lineprotocol.value.AdditionalFieldParameters;
import io.domainflow.lineprotocol.value.NameserverParameters;
import io.domainflow.registrar.command.RequestTransfer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * {@link RequestTransfer} as {@code TransferDomain}. {@code FORCEREQUEST=1}, which the registrar's
 * own modules always send, drops parameters that the zone does not accept instead of refusing them,
 * and finds a name that is in another account at the registrar. The price of a premium name is sent
 * with it, as with its registration. Every success means that the transfer is under way.
 */
final class RequestTransferCodec implements Codec<RequestTransfer, RequestTransfer.Result> {

  @Override
  public String name(RequestTransfer command) {
    return "TransferDomain";
  }

  @Override
  public Map<String, String> parameters(RequestTransfer command) {
    Map<String, String> parameters = new LinkedHashMap<>();
    parameters.put("DOMAIN", Spelling.of(command.domain()));
    parameters.put(
        "ACTION",
        switch (command.kind()) {
          case REQUEST -> "REQUEST";
          case USERTRANSFER -> "USERTRANSFER";
        });
    if (command.authCode() != null) {
      parameters.put("AUTH", command.authCode().reveal());
    }
    if (command.period() != null) {
      parameters.put("PERIOD", String.valueOf(command.period().years()));
    }
    parameters.put("FORCEREQUEST", "1");
    Fee.put(parameters, command.price());
    command.contacts().forEach((role, contact) -> ContactFields.put(parameters, role, contact));
    NameserverParameters.put(parameters, command.nameservers());
    AdditionalFieldParameters.put(parameters, command.additionalFields(), Set.of());
    return parameters;
  }

  @Override
  public RequestTransfer.Result result(RequestTransfer command, RegistrarResponse response) {
    return new RequestTransfer.Result(
        true,
        response.detail().isEmpty() ? response.description() : response.detail(),
        response.first("TRANSFERSTATUS").filter(TransferWords::isBetweenAccounts).isPresent());
  }
}
