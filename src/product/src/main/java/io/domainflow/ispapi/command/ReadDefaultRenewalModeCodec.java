package io.domainflow.ispapi.command;

import io.domainflow.lineprotocol.Codec;
import io.domainflow.lineprotocol.message.RegistrarResponse;
import io.domainflow.registrar.command.ReadDefaultRenewalMode;
import io.domainflow.registrar.command.ReadDefaultRenewalMode.Result;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * {@link ReadDefaultRenewalMode} as {@code GetEnvironment}. The example on the page of the command
 * shows where the setting is.
 */
final class ReadDefaultRenewalModeCodec
    implements Codec<ReadDefaultRenewalMode, ReadDefaultRenewalMode.Result> {

  @Override
  public String name(ReadDefaultRenewalMode command) {
    return "GetEnvironment";
  }

  @Override
  public Map<String, String> parameters(ReadDefaultRenewalMode command) {
    Map<String, String> parameters = new LinkedHashMap<>();
    parameters.put("ENVIRONMENTKEY0", "_system/defaults");
    parameters.put("ENVIRONMENTNAME0", "renewalmode");
    return parameters;
  }

  @Override
  public Result result(ReadDefaultRenewalMode command, RegistrarResponse response) {
    Optional<String> stated = response.first("ENVIRONMENTVALUE");
    return new Result(stated, RenewalModeText.read(stated.orElse("DEFAULT")));
  }
}
