package io.domainflow.cnr.command;

import io.domainflow.wire.Wire;
import io.domainflow.wire.protocol.WireResponse;
import java.util.LinkedHashMap;
import java.util.Map;

/** {@link GeneratedAuthCode} as {@code ModifyDomain}. */
final class GeneratedAuthCodeWire implements Wire<GeneratedAuthCode, GeneratedAuthCode.Result> {

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
  public GeneratedAuthCode.Result result(GeneratedAuthCode command, WireResponse response) {
    return new GeneratedAuthCode.Result(response.pending());
  }
}
