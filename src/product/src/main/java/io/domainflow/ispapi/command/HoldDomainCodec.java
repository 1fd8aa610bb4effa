package io.domainflow.ispapi.command;

import io.domainflow.lineprotocol.Codec;
import io.domainflow.lineprotocol.message.RegistrarResponse;
import io.domainflow.registrar.command.HoldDomain;
import io.domainflow.registrar.command.HoldDomain.Result;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * {@link HoldDomain} as {@code ModifyDomain}. Its page lists {@code ADDSTATUS} and {@code
 * DELSTATUS} with another status as the example; that {@code clientHold} is a possible value is
 * inferred from RFC 5731.
 */
final class HoldDomainCodec implements Codec<HoldDomain, HoldDomain.Result> {

  static final String STATUS = "clientHold";

  @Override
  public String name(HoldDomain command) {
    return "ModifyDomain";
  }

  @Override
  public Map<String, String> parameters(HoldDomain command) {
    Map<String, String> parameters = new LinkedHashMap<>();
    parameters.put("DOMAIN", command.domain().ascii());
    parameters.put(command.hold() ? "ADDSTATUS0" : "DELSTATUS0", STATUS);
    return parameters;
  }

  @Override
  public Result result(HoldDomain command, RegistrarResponse response) {
    return new Result(response.pending());
  }
}
