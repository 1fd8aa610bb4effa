package io.domainflow.ispapi.command;

import io.domainflow.registrar.command.PushDomain;
import io.domainflow.wire.Wire;
import io.domainflow.wire.protocol.WireResponse;
import java.util.LinkedHashMap;
import java.util.Map;

/** {@link PushDomain} as {@code PushDomain}. */
final class PushDomainWire implements Wire<PushDomain, PushDomain.Result> {

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
  public PushDomain.Result result(PushDomain command, WireResponse response) {
    return new PushDomain.Result(response.pending());
  }
}
