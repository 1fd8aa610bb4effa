package io.domainflow.cnr.command;

import io.domainflow.lineprotocol.Codec;
import io.domainflow.lineprotocol.message.RegistrarResponse;
import io.domainflow.registrar.command.DeleteDomain;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * {@link DeleteDomain} as {@code DeleteDomain} with {@code ACTION=INSTANT}, as the registrar's
 * modules send it for a deletion before the period ends.
 */
final class DeleteDomainCodec implements Codec<DeleteDomain, DeleteDomain.Result> {

  @Override
  public String name(DeleteDomain command) {
    return "DeleteDomain";
  }

  @Override
  public Map<String, String> parameters(DeleteDomain command) {
    Map<String, String> parameters = new LinkedHashMap<>();
    parameters.put("DOMAIN", Spelling.of(command.domain()));
    parameters.put("ACTION", "INSTANT");
    return parameters;
  }

  @Override
  public DeleteDomain.Result result(DeleteDomain command, RegistrarResponse response) {
    return new DeleteDomain.Result(response.pending(), response.all("STATUS"));
  }
}
