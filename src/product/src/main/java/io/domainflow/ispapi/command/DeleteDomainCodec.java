package io.domainflow.ispapi.command;

import io.domainflow.lineprotocol.Codec;
import io.domainflow.lineprotocol.message.RegistrarResponse;
import io.domainflow.registrar.command.DeleteDomain;
import io.domainflow.registrar.command.DeleteDomain.Result;
import java.util.Map;

/** {@link DeleteDomain} as {@code DeleteDomain}. */
final class DeleteDomainCodec implements Codec<DeleteDomain, DeleteDomain.Result> {

  @Override
  public String name(DeleteDomain command) {
    return "DeleteDomain";
  }

  @Override
  public Map<String, String> parameters(DeleteDomain command) {
    return Map.of("DOMAIN", command.domain().ascii());
  }

  @Override
  public Result result(DeleteDomain command, RegistrarResponse response) {
    return new Result(response.pending(), response.all("STATUS"));
  }
}
