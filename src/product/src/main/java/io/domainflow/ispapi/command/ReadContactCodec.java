package io.domainflow.ispapi.command;

import io.domainflow.lineprotocol.Codec;
import io.domainflow.lineprotocol.message.RegistrarResponse;
import io.domainflow.model.Contact;
import io.domainflow.registrar.command.ReadContact;
import io.domainflow.registrar.command.ReadContact.Result;
import java.util.Map;

/** {@link ReadContact} as {@code StatusContact}. */
final class ReadContactCodec implements Codec<ReadContact, ReadContact.Result> {

  @Override
  public String name(ReadContact command) {
    return "StatusContact";
  }

  @Override
  public Map<String, String> parameters(ReadContact command) {
    return Map.of("CONTACT", command.handle());
  }

  @Override
  public boolean isAnsweredBy(ReadContact command, RegistrarResponse response) {
    return response.first("ID").map(command.handle()::equalsIgnoreCase).orElse(true);
  }

  @Override
  public Result result(ReadContact command, RegistrarResponse response) {
    return new Result(
        command.handle(),
        new Contact(
            null,
            response.first("FIRSTNAME").orElse(null),
            response.first("LASTNAME").orElse(null),
            response.first("ORGANIZATION").orElse(null),
            response.all("STREET"),
            response.first("CITY").orElse(null),
            response.first("STATE").orElse(null),
            response.first("ZIP").orElse(null),
            response.first("COUNTRY").orElse(null),
            response.first("PHONE").orElse(null),
            response.first("EMAIL").orElse(null)),
        response.instant("CREATEDDATE").orElse(null));
  }
}
