package io.domainflow.ispapi.command;

import io.domainflow.registrar.command.ReplaceContacts;
import io.domainflow.registrar.command.ReplaceContacts.Result;
import io.domainflow.wire.Wire;
import io.domainflow.wire.protocol.WireResponse;
import io.domainflow.wire.value.AdditionalFieldParameters;
import io.domainflow.wire.value.ContactParameters;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** {@link ReplaceContacts} as {@code ModifyDomain}. */
final class ReplaceContactsWire implements Wire<ReplaceContacts, ReplaceContacts.Result> {

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
  public Result result(ReplaceContacts command, WireResponse response) {
    String text = response.detail().isEmpty() ? response.description() : response.detail();
    return new Result(response.pending() || saysPending(text), text);
  }

  // «trade pending - non-real-time» was seen without the flag.
  private static boolean saysPending(String text) {
    return text.toLowerCase(Locale.ROOT).contains("pending");
  }
}
