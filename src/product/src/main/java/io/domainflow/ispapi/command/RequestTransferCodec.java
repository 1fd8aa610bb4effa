package io.domainflow.ispapi.command;

import io.domainflow.lineprotocol.Codec;
import io.domainflow.lineprotocol.message.RegistrarResponse;
import io.domainflow.lineprotocol.value.AdditionalFieldParameters;
import io.domainflow.lineprotocol.value.ContactParameters;
import io.domainflow.lineprotocol.value.NameserverParameters;
import io.domainflow.registrar.command.RequestTransfer;
import io.domainflow.registrar.command.RequestTransfer.Result;
import io.domainflow.registrar.command.TransferKind;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** {@link RequestTransfer} as {@code TransferDomain}. */
final class RequestTransferCodec implements Codec<RequestTransfer, RequestTransfer.Result> {

  @Override
  public String name(RequestTransfer command) {
    return "TransferDomain";
  }

  @Override
  public Map<String, String> parameters(RequestTransfer command) {
    Map<String, String> parameters = new LinkedHashMap<>();
    parameters.put("DOMAIN", command.domain().ascii());
    parameters.put("ACTION", action(command.kind()));
    if (command.authCode() != null) {
      parameters.put("AUTH", command.authCode().reveal());
    }
    if (command.period() != null) {
      parameters.put("PERIOD", command.period().toString());
    }
    command.contacts().forEach((role, contact) -> ContactParameters.put(parameters, role, contact));
    NameserverParameters.put(parameters, command.nameservers());
    if (command.priceClass() != null) {
      parameters.put("CLASS", command.priceClass());
    }
    AdditionalFieldParameters.put(parameters, command.additionalFields(), Set.of());
    return parameters;
  }

  @Override
  public Result result(RequestTransfer command, RegistrarResponse response) {
    String text = response.detail().isEmpty() ? response.description() : response.detail();
    return new Result(response.pending() || confirmsStart(text), text, false);
  }

  // The sample has both the flag and the first words; changes of registrant have the other words
  // without the flag.
  private static boolean confirmsStart(String text) {
    String words = text.toLowerCase(Locale.ROOT);
    return words.contains("transfer initiated") || words.contains("fax confirmation required");
  }

  private static String action(TransferKind kind) {
    return switch (kind) {
      case REQUEST -> "REQUEST";
      case USERTRANSFER -> "USERTRANSFER";
    };
  }
}
