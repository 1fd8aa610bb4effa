package io.domainflow.ispapi.command;

import io.domainflow.lineprotocol.Codec;
import io.domainflow.lineprotocol.message.RegistrarResponse;
import io.domainflow.lineprotocol.message.SecretText;
import java.util.Map;

/**
 * {@link StatusObjectLog} as the command of that name. Secrets are taken out as the answer is read.
 */
final class StatusObjectLogCodec implements Codec<StatusObjectLog, StatusObjectLog.Result> {

  @Override
  public String name(StatusObjectLog command) {
    return "StatusObjectLog";
  }

  @Override
  public Map<String, String> parameters(StatusObjectLog command) {
    return Map.of("LOGINDEX", command.index());
  }

  @Override
  public StatusObjectLog.Result result(StatusObjectLog command, RegistrarResponse response) {
    return new StatusObjectLog.Result(
        response.all("OPERATIONINFO").stream().map(SecretText::masked).toList());
  }
}
