package io.domainflow.ispapi.command;

import io.domainflow.lineprotocol.Codec;
import io.domainflow.lineprotocol.message.RegistrarResponse;
import io.domainflow.lineprotocol.value.AdditionalFieldParameters;
import io.domainflow.lineprotocol.value.ContactParameters;
import io.domainflow.registrar.command.ReplaceContacts;
import io.domainflow.registrar.command.ReplaceContacts.Result;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** {@link ReplaceContacts} as {@code ModifyDomain}. */
final class ReplaceContactsCodec implements Codec<ReplaceContacts, ReplaceContacts.Result> {

  @Override
  public String name(ReplaceContacts command) {
    return "ModifyDomain";
  }

  @Override
  public Map<String, String> parameters(ReplaceContacts command) {
    Map<String, String> parameters = new LinkedHashMap<>();
    parameters.put("DOMAIN", command.domain().ascii());
    command
        .handles()
        .forEach((role, handle) -> parameters.put(ContactParameters.key(role), handle));
    AdditionalFieldParameters.put(
        parameters, command.additionalFields(), ConfirmationParameters.NAMES);
    return parameters;
  }

  @Override
  public Result result(ReplaceContacts command, RegistrarResponse response) {
    String text = response.detail().isEmpty() ? response.description() : response.detail();
    return new Result(response.pending() || saysPending(text), text);
  }

  // «trade pending - non-real-time» was seen without the flag.
  private static boolean saysPending(String text) {
    return text.toLowerCase(Locale.ROOT).contains("pending");
  }
}
