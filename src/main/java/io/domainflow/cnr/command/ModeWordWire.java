package io.domainflow.cnr.command;

import io.domainflow.wire.Wire;
import io.domainflow.wire.protocol.WireResponse;
import java.util.LinkedHashMap;
import java.util.Map;

/** {@link ModeWord} as {@code SetDomainRenewalMode}. */
final class ModeWordWire implements Wire<ModeWord, ModeWord.Result> {

  @Override
  public Class<ModeWord> command() {
    return ModeWord.class;
  }

  @Override
  public String name(ModeWord command) {
    return "SetDomainRenewalMode";
  }

  @Override
  public Map<String, String> parameters(ModeWord command) {
    Map<String, String> parameters = new LinkedHashMap<>();
    parameters.put("DOMAIN", Spelling.of(command.domain()));
    parameters.put("RENEWALMODE", command.word());
    return parameters;
  }

  @Override
  public ModeWord.Result result(ModeWord command, WireResponse response) {
    return new ModeWord.Result();
  }
}
