package io.domainflow.cnr.command;

import io.domainflow.lineprotocol.Codec;
import io.domainflow.lineprotocol.message.RegistrarResponse;
import io.domainflow.lineprotocol.value.AdditionalFieldParameters;
import io.domainflow.lineprotocol.value.ContactParameters;
import io.domainflow.registrar.command.ReplaceContacts;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * {@link ReplaceContacts} as {@code ModifyDomain}. Not for a new registrant in a zone with trades:
 * {@link ComposedReplaceContacts}.
 */
final class ReplaceContactsCodec implements Codec<ReplaceContacts, ReplaceContacts.Result> {

  @Override
  public String name(ReplaceContacts command) {
    return "ModifyDomain";
  }

  @Override
  public Map<String, String> parameters(ReplaceContacts command) {
    Map<String, String> parameters = new LinkedHashMap<>();
    parameters.put("DOMAIN", Spelling.of(command.domain()));
    command
        .handles()
        .forEach((role, handle) -> parameters.put(ContactParameters.key(role), handle));
    AdditionalFieldParameters.put(parameters, command.additionalFields(), Set.of());
    return parameters;
  }

  @Override
  public ReplaceContacts.Result result(ReplaceContacts command, RegistrarResponse response) {
    String text = response.detail().isEmpty() ? response.description() : response.detail();
    return new ReplaceContacts.Result(
        response.pending() || text.toLowerCase(Locale.ROOT).contains("pending"), text);
  }
}
