package io.domainflow.ispapi.command;

import io.domainflow.lineprotocol.Codec;
import io.domainflow.lineprotocol.message.RegistrarResponse;
import io.domainflow.registrar.command.SetRenewalMode;
import io.domainflow.registrar.command.SetRenewalMode.Result;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * {@link SetRenewalMode} as {@code SetDomainRenewalMode}. The parameter {@code UNRENEW} is known
 * from the registrar's support pages (article 10154306966301), not from the page of the command.
 */
final class SetRenewalModeCodec implements Codec<SetRenewalMode, SetRenewalMode.Result> {

  @Override
  public String name(SetRenewalMode command) {
    return "SetDomainRenewalMode";
  }

  @Override
  public Map<String, String> parameters(SetRenewalMode command) {
    Map<String, String> parameters = new LinkedHashMap<>();
    parameters.put("DOMAIN", command.domain().ascii());
    parameters.put("RENEWALMODE", command.mode().name());
    if (command.takeBack()) {
      parameters.put("UNRENEW", "1");
    }
    return parameters;
  }

  @Override
  public Result result(SetRenewalMode command, RegistrarResponse response) {
    return new Result();
  }
}
