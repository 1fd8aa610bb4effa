package io.domainflow.ispapi.command;

import io.domainflow.lineprotocol.Codec;
import io.domainflow.lineprotocol.message.RegistrarResponse;
import io.domainflow.registrar.command.PushDomain;
import java.util.LinkedHashMap;
import java.util.Map;

/** {@link PushDomain} as {@code PushDomain}. */
final class PushDomainCodec implements Codec<PushDomain, PushDomain.Result> {

  @Override
  public String name(PushDomain command) {
    return "PushDomain";
  }

  @Override
  public Map<String, String> parameters(PushDomain command) {
    Map<String, String> parameters = new LinkedHashMap<>();
    parameters.put("DOMAIN", command.domain().ascii());
    parameters.put("TARGET", command.target());
    return parameters;
  }

  @Override
  public PushDomain.Result result(PushDomain command, RegistrarResponse response) {
    return new PushDomain.Result(response.pending());
  }
}
