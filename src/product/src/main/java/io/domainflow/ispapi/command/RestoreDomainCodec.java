package io.domainflow.ispapi.command;

import io.domainflow.lineprotocol.Codec;
import io.domainflow.lineprotocol.message.RegistrarResponse;
import io.domainflow.registrar.command.RestoreDomain;
import io.domainflow.registrar.command.RestoreDomain.Result;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * {@link RestoreDomain} as {@code RestoreDomain}. Its page says that success means under way, and
 * how long a restore takes.
 */
final class RestoreDomainCodec implements Codec<RestoreDomain, RestoreDomain.Result> {

  @Override
  public String name(RestoreDomain command) {
    return "RestoreDomain";
  }

  @Override
  public Map<String, String> parameters(RestoreDomain command) {
    Map<String, String> parameters = new LinkedHashMap<>();
    parameters.put("DOMAIN", command.domain().ascii());
    parameters.put("RENEWALMODE", command.mode().name());
    if (command.priceClass() != null) {
      parameters.put("CLASS", command.priceClass());
    }
    return parameters;
  }

  @Override
  public Result result(RestoreDomain command, RegistrarResponse response) {
    return new Result();
  }
}
