package io.domainflow.cnr.command;

import io.domainflow.lineprotocol.Codec;
import io.domainflow.lineprotocol.message.RegistrarResponse;
import io.domainflow.registrar.command.CreateContact;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * {@link CreateContact} as {@code AddContact}, which returns the handle of an identical contact if
 * there is one. {@code NEW=1} would create a new one. It is never sent, so that the command is
 * idempotent. The answer does not say whether the contact is new: it counts as one that existed
 * before, so that nobody deletes it as ours.
 */
final class CreateContactCodec implements Codec<CreateContact, CreateContact.Result> {

  @Override
  public String name(CreateContact command) {
    return "AddContact";
  }

  @Override
  public Map<String, String> parameters(CreateContact command) {
    Map<String, String> parameters = new LinkedHashMap<>();
    ContactFields.put(parameters, "", command.contact());
    return parameters;
  }

  @Override
  public CreateContact.Result result(CreateContact command, RegistrarResponse response) {
    return new CreateContact.Result(
        response.first("CONTACT").orElseThrow(), response.flag("NEW").orElse(false));
  }
}
