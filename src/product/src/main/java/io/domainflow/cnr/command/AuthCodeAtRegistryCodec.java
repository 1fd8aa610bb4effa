package io.domainflow.cnr.command;

import io.domainflow.lineprotocol.Codec;
import io.domainflow.lineprotocol.message.RegistrarResponse;
import io.domainflow.lineprotocol.value.AuthCodeText;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * {@link AuthCodeAtRegistry} as {@code SetAuthCode}; of DENIC's two types, that of the present
 * registrar, which is free and can be deleted.
 */
final class AuthCodeAtRegistryCodec
    implements Codec<AuthCodeAtRegistry, AuthCodeAtRegistry.Result> {

  @Override
  public String name(AuthCodeAtRegistry command) {
    return "SetAuthCode";
  }

  @Override
  public Map<String, String> parameters(AuthCodeAtRegistry command) {
    Map<String, String> parameters = new LinkedHashMap<>();
    parameters.put("DOMAIN", Spelling.of(command.domain()));
    parameters.put("ACTION", command.delete() ? "DELETE" : "SET");
    if (command.domain().zone().equals("de")) {
      parameters.put("TYPE", "1");
    }
    return parameters;
  }

  @Override
  public AuthCodeAtRegistry.Result result(AuthCodeAtRegistry command, RegistrarResponse response) {
    return new AuthCodeAtRegistry.Result(response.pending(), AuthCodeText.read(response));
  }
}
