package io.domainflow.ispapi.command;

import io.domainflow.registrar.command.DeleteDomain;
import io.domainflow.registrar.command.DeleteDomain.Result;
import io.domainflow.wire.Wire;
import io.domainflow.wire.protocol.WireResponse;
import java.util.Map;

/** {@link DeleteDomain} as {@code DeleteDomain}. */
final class DeleteDomainWire implements Wire<DeleteDomain, DeleteDomain.Result> {

  @Override
  public String name(DeleteDomain command) {
    return "DeleteDomain";
  }

  @Override
  public Map<String, String> parameters(DeleteDomain command) {
    return Map.of("DOMAIN", command.domain().ascii());
  }

  @Override
  public Result result(DeleteDomain command, WireResponse response) {
    return new Result(response.pending(), response.all("STATUS"));
  }
}
