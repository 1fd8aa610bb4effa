package io.domainflow.ispapi.command;

import io.domainflow.lineprotocol.Codec;
import io.domainflow.lineprotocol.message.RegistrarResponse;
import io.domainflow.lineprotocol.message.ResultCode;
import io.domainflow.registrar.command.CheckClaims;
import io.domainflow.registrar.command.CheckClaims.Result;
import java.util.LinkedHashMap;
import java.util.Map;

/** {@link CheckClaims} as {@code CheckDomain}. */
final class CheckClaimsCodec implements Codec<CheckClaims, CheckClaims.Result> {

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
  public Result result(CheckClaims command, RegistrarResponse response) {
    return new Result(
        response.code() == ResultCode.DOMAIN_AVAILABLE.code(),
        response.first("CLAIMKEY"),
        response.code(),
        response.first("REASON").orElse(null));
  }
}
