package io.domainflow.cnr.command;

import io.domainflow.registrar.command.UpdateDomain;
import io.domainflow.wire.Wire;
import io.domainflow.wire.protocol.WireResponse;
import io.domainflow.wire.value.NameserverParameters;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * {@link UpdateDomain} as {@code ModifyDomain}, whose list of name servers replaces the one there
 * is.
 */
final class UpdateDomainWire implements Wire<UpdateDomain, UpdateDomain.Result> {

  @Override
  public Class<UpdateDomain> command() {
    return UpdateDomain.class;
  }

  @Override
  public String name(UpdateDomain command) {
    return "ModifyDomain";
  }

  @Override
  public Map<String, String> parameters(UpdateDomain command) {
    Map<String, String> parameters = new LinkedHashMap<>();
    parameters.put("DOMAIN", command.domain().unicode());
    if (command.transferLock() != null) {
      parameters.put("TRANSFERLOCK", command.transferLock() ? "1" : "0");
    }
    NameserverParameters.put(parameters, command.nameservers());
    return parameters;
  }

  @Override
  public UpdateDomain.Result result(UpdateDomain command, WireResponse response) {
    return new UpdateDomain.Result(response.pending());
  }
}
