package io.domainflow.cnr.command;

import io.domainflow.lineprotocol.Codec;
import io.domainflow.lineprotocol.message.RegistrarResponse;
import io.domainflow.registrar.command.HoldDomain;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * {@link HoldDomain} as {@code ModifyDomain} with the status {@code clientHold}, as on the
 * registrar's pages about the verification of registrants.
 */
final class HoldDomainCodec implements Codec<HoldDomain, HoldDomain.Result> {

  @Override
  public String name(HoldDomain command) {
    return "ModifyDomain";
  }

  @Override
  public Map<String, String> parameters(HoldDomain command) {
    Map<String, String> parameters = new LinkedHashMap<>();
    parameters.put("DOMAIN", Spelling.of(command.domain()));
    parameters.put(command.hold() ? "ADDSTATUS0" : "DELSTATUS0", "clientHold");
    return parameters;
  }

  @Override
  public HoldDomain.Result result(HoldDomain command, RegistrarResponse response) {
    return new HoldDomain.Result(response.pending());
  }
}
