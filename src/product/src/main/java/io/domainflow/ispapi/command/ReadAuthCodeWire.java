package io.domainflow.ispapi.command;

import io.domainflow.registrar.command.ReadAuthCode;
import io.domainflow.wire.Wire;
import io.domainflow.wire.protocol.WireResponse;
import io.domainflow.wire.value.AuthCodeText;
import java.util.Map;

/**
 * {@link ReadAuthCode} as {@code StatusDomain}. That it states the expiry of the code is inferred.
 */
final class ReadAuthCodeWire implements Wire<ReadAuthCode, ReadAuthCode.Result> {

  @Override
  public String name(ReadAuthCode command) {
    return "StatusDomain";
  }

  @Override
  public Map<String, String> parameters(ReadAuthCode command) {
    return Map.of("DOMAIN", command.domain().ascii());
  }

  @Override
  public ReadAuthCode.Result result(ReadAuthCode command, WireResponse response) {
    return new ReadAuthCode.Result(AuthCodeText.read(response), DenicAuthCode.end(response));
  }

  @Override
  public boolean isAnsweredBy(ReadAuthCode command, WireResponse response) {
    return response
        .first("ID")
        .map(
            id ->
                id.equalsIgnoreCase(command.domain().ascii())
                    || id.equalsIgnoreCase(command.domain().unicode()))
        .orElse(true);
  }
}
