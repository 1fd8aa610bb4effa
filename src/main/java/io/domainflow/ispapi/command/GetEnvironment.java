package io.domainflow.ispapi.command;

import io.domainflow.ispapi.protocol.IspapiResponse;
import io.domainflow.model.RenewalMode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Asks for the renewal mode the account gives to names that state none. Its place is the one of the
 * example on the command's page; an account without a setting there has the registrar's own
 * default, which renews.
 */
public record GetEnvironment() implements Query<GetEnvironment.Result> {

  /**
   * The answer.
   *
   * @param stated as the registrar writes it; empty if the account has no setting
   * @param renewalMode what that means; empty if it is none of our modes
   */
  public record Result(Optional<String> stated, Optional<RenewalMode> renewalMode) {}

  @Override
  public String name() {
    return "GetEnvironment";
  }

  @Override
  public Map<String, String> parameters() {
    Map<String, String> parameters = new LinkedHashMap<>();
    parameters.put("ENVIRONMENTKEY0", "_system/defaults");
    parameters.put("ENVIRONMENTNAME0", "renewalmode");
    return parameters;
  }

  @Override
  public Result result(IspapiResponse response) {
    Optional<String> stated = response.first("ENVIRONMENTVALUE");
    return new Result(stated, RenewalModeText.read(stated.orElse("DEFAULT")));
  }
}
