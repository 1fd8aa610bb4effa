package io.domainflow.ispapi.command;

import io.domainflow.ispapi.protocol.IspapiResponse;
import io.domainflow.ispapi.protocol.ResultCode;
import io.domainflow.model.DomainName;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Asks whether one name can be registered. Says nothing of premium prices: {@link CheckDomains}
 * does.
 *
 * @param claimsPhase also ask for trademark claims on the name
 */
public record CheckDomain(DomainName domain, boolean claimsPhase)
    implements Query<CheckDomain.Result> {

  /**
   * The answer.
   *
   * @param claimKey key of the claims notice that must be accepted first; empty if there is no
   *     claim or none was asked for
   * @param reason the registrar's reason; null if there is none
   */
  public record Result(boolean available, Optional<String> claimKey, int code, String reason) {}

  @Override
  public String name() {
    return "CheckDomain";
  }

  @Override
  public Map<String, String> parameters() {
    Map<String, String> parameters = new LinkedHashMap<>();
    parameters.put("DOMAIN", domain.ascii());
    if (claimsPhase) {
      parameters.put("PHASE", "claims");
    }
    return parameters;
  }

  @Override
  public Result result(IspapiResponse response) {
    return new Result(
        response.code() == ResultCode.DOMAIN_AVAILABLE.code(),
        response.first("CLAIMKEY"),
        response.code(),
        response.first("REASON").orElse(null));
  }
}
