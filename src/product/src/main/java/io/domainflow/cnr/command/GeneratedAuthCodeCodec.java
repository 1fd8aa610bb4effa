package io.domainflow.cnr.command;

import io.domainflow.lineprotocol.Codec;
import io.domainflow.lineprotocol.message.RegistrarResponse;
import java.util.LinkedHashMap;
import java.util.Map;

/** {@link GeneratedAuthCode} as {@code ModifyDomain}. */
final class GeneratedAuthCodeCodec implements Codec<GeneratedAuthCode, GeneratedAuthCode.Result> {

  @Override
  public String name(GeneratedAuthCode command) {
    return "ModifyDomain";
  }

  @Override
  public Map<String, String> parameters(GeneratedAuthCode command) {
    Map<String, String> parameters = new LinkedHashMap<>();
    parameters.put("DOMAIN", Spelling.of(command.domain()));
    parameters.put("AUTH", command.code().reveal());
    return parameters;
  }

  @Override
  public GeneratedAuthCode.Result result(GeneratedAuthCode command, RegistrarResponse response) {
    return new GeneratedAuthCode.Result(response.pending());
  }
}
