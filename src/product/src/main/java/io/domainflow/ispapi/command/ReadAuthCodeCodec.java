package io.domainflow.ispapi.command;

import io.domainflow.lineprotocol.Codec;
import io.domainflow.lineprotocol.message.RegistrarResponse;
import io.domainflow.lineprotocol.value.AuthCodeText;
import io.domainflow.registrar.command.ReadAuthCode;
import java.util.Map;

/**
 * {@link ReadAuthCode} as {@code StatusDomain}. That it states the expiry of the code is inferred.
 */
final class ReadAuthCodeCodec implements Codec<ReadAuthCode, ReadAuthCode.Result> {

  @Override
  public String name(ReadAuthCode command) {
    return "StatusDomain";
  }

  @Override
  public Map<String, String> parameters(ReadAuthCode command) {
    return Map.of("DOMAIN", command.domain().ascii());
  }

  @Override
  public ReadAuthCode.Result result(ReadAuthCode command, RegistrarResponse response) {
    return new ReadAuthCode.Result(AuthCodeText.read(response), DenicAuthCode.end(response));
  }

  @Override
  public boolean isAnsweredBy(ReadAuthCode command, RegistrarResponse response) {
    return response
        .first("ID")
        .map(
            id ->
                id.equalsIgnoreCase(command.domain().ascii())
                    || id.equalsIgnoreCase(command.domain().unicode()))
        .orElse(true);
  }
}
