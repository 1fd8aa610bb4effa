package io.domainflow.cnr.command;

import io.domainflow.registrar.command.HoldDomain;
import io.domainflow.wire.Wire;
import io.domainflow.wire.protocol.WireResponse;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * {@link HoldDomain} as {@code ModifyDomain} with the status {@code clientHold}, as on the
 * registrar's pages about the verification of registrants.
 */
final class HoldDomainWire implements Wire<HoldDomain, HoldDomain.Result> {

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
  public HoldDomain.Result result(HoldDomain command, WireResponse response) {
    return new HoldDomain.Result(response.pending());
  }
}
