package io.domainflow.cnr.command;

import io.domainflow.registrar.command.CreateContact;
import io.domainflow.wire.Wire;
import io.domainflow.wire.protocol.WireResponse;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * {@link CreateContact} as {@code AddContact}, which gives the handle of an equal contact that is
 * there. {@code NEW=1} would have it make another one. It is never sent; that is why the command
 * may be sent twice. The answer does not say whether the contact is new: it counts as one that was
 * there before, so that nobody deletes it for being ours.
 */
final class CreateContactWire implements Wire<CreateContact, CreateContact.Result> {

  @Override
  public Class<CreateContact> command() {
    return CreateContact.class;
  }

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
  public CreateContact.Result result(CreateContact command, WireResponse response) {
    return new CreateContact.Result(
        response.first("CONTACT").orElseThrow(), response.flag("NEW").orElse(false));
  }
}
