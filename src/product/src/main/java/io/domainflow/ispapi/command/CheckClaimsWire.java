package io.domainflow.ispapi.command;

import io.domainflow.registrar.command.CheckClaims;
import io.domainflow.registrar.command.CheckClaims.Result;
import io.domainflow.wire.Wire;
import io.domainflow.wire.protocol.ResultCode;
import io.domainflow.wire.protocol.WireResponse;
import java.util.LinkedHashMap;
import java.util.Map;

/** {@link CheckClaims} as {@code CheckDomain}. */
final class CheckClaimsWire implements Wire<CheckClaims, CheckClaims.Result> {

  @Override
  public String name(CheckClaims command) {
    return "CheckDomain";
  }

  @Override
  public Map<String, String> parameters(CheckClaims command) {
    Map<String, String> parameters = new LinkedHashMap<>();
    parameters.put("DOMAIN", command.domain().ascii());
    if (command.claimsPhase()) {
      parameters.put("PHASE", "claims");
    }
    return parameters;
  }

  @Override
  public Result result(CheckClaims command, WireResponse response) {
    return new Result(
        response.code() == ResultCode.DOMAIN_AVAILABLE.code(),
        response.first("CLAIMKEY"),
        response.code(),
        response.first("REASON").orElse(null));
  }
}
