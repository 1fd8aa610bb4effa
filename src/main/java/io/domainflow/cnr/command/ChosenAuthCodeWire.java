package io.domainflow.cnr.command;

import io.domainflow.wire.Wire;
import io.domainflow.wire.protocol.WireResponse;
import java.util.LinkedHashMap;
import java.util.Map;

/** {@link ChosenAuthCode} as {@code ModifyDomain}. */
final class ChosenAuthCodeWire implements Wire<ChosenAuthCode, ChosenAuthCode.Result> {

  @Override
  public Class<ChosenAuthCode> command() {
    return ChosenAuthCode.class;
  }

  @Override
  public String name(ChosenAuthCode command) {
    return "ModifyDomain";
  }

  @Override
  public Map<String, String> parameters(ChosenAuthCode command) {
    Map<String, String> parameters = new LinkedHashMap<>();
    parameters.put("DOMAIN", Spelling.of(command.domain()));
    parameters.put("AUTH", command.code().reveal());
    return parameters;
  }

  @Override
  public ChosenAuthCode.Result result(ChosenAuthCode command, WireResponse response) {
    return new ChosenAuthCode.Result(response.pending());
  }
}
