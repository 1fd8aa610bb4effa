package io.domainflow.ispapi.command;

import io.domainflow.lineprotocol.Codec;
import io.domainflow.lineprotocol.message.RegistrarResponse;
import io.domainflow.lineprotocol.value.ContactParameters;
import io.domainflow.registrar.command.CreateContact;
import io.domainflow.registrar.command.CreateContact.Result;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * {@link CreateContact} as {@code AddContact}. With {@code NEW=1} the registrar would create a new
 * contact even if the account has an identical one. It is never sent, so that the command is
 * idempotent.
 */
final class CreateContactCodec implements Codec<CreateContact, CreateContact.Result> {

  @Override
  public String name(CreateContact command) {
    return "AddContact";
  }

  @Override
  public Map<String, String> parameters(CreateContact command) {
    Map<String, String> parameters = new LinkedHashMap<>();
    ContactParameters.putData(parameters, "", command.contact());
    return parameters;
  }

  @Override
  public Result result(CreateContact command, RegistrarResponse response) {
    return new Result(response.first("CONTACT").orElseThrow(), response.flag("NEW").orElse(false));
  }
}
