package io.domainflow.ispapi.command;

import io.domainflow.lineprotocol.Codec;
import io.domainflow.lineprotocol.message.RegistrarResponse;
import io.domainflow.lineprotocol.value.AdditionalFieldParameters;
import io.domainflow.lineprotocol.value.ContactParameters;
import io.domainflow.model.ContactRole;
import io.domainflow.registrar.command.ChangeRegistrant;
import io.domainflow.registrar.command.ChangeRegistrant.Result;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * {@link ChangeRegistrant} as {@code TradeDomain}. A zone that requires the auth code gets it as
 * {@code AUTH}, one of the additional fields.
 */
final class ChangeRegistrantCodec implements Codec<ChangeRegistrant, ChangeRegistrant.Result> {

  @Override
  public String name(ChangeRegistrant command) {
    return "TradeDomain";
  }

  @Override
  public Map<String, String> parameters(ChangeRegistrant command) {
    Map<String, String> parameters = new LinkedHashMap<>();
    parameters.put("DOMAIN", command.domain().ascii());
    parameters.put(ContactParameters.key(ContactRole.REGISTRANT), command.ownerHandle());
    ConfirmationParameters.put(parameters, command.confirmations());
    AdditionalFieldParameters.put(
        parameters,
        command.additionalFields(),
        ConfirmationParameters.NAMES,
        AdditionalFieldParameters.AUTH_CODE);
    return parameters;
  }

  @Override
  public Result result(ChangeRegistrant command, RegistrarResponse response) {
    String text = response.detail().isEmpty() ? response.description() : response.detail();
    return new Result(response.pending() || saysPending(text), text);
  }

  // Both were seen without the flag: «trade pending - non-real-time», «trade requested - fax …».
  private static boolean saysPending(String text) {
    String words = text.toLowerCase(Locale.ROOT);
    return words.contains("trade pending") || words.contains("trade requested");
  }
}
