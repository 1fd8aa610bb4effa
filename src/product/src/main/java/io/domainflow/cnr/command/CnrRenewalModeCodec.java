package io.domainflow.cnr.command;

import io.domainflow.lineprotocol.Codec;
import io.domainflow.lineprotocol.message.RegistrarResponse;
import java.util.LinkedHashMap;
import java.util.Map;

/** {@link CnrRenewalMode} as {@code SetDomainRenewalMode}. */
final class CnrRenewalModeCodec implements Codec<CnrRenewalMode, CnrRenewalMode.Result> {

  @Override
  public String name(CnrRenewalMode command) {
    return "SetDomainRenewalMode";
  }

  @Override
  public Map<String, String> parameters(CnrRenewalMode command) {
    Map<String, String> parameters = new LinkedHashMap<>();
    parameters.put("DOMAIN", Spelling.of(command.domain()));
    parameters.put("RENEWALMODE", command.word());
    return parameters;
  }

  @Override
  public CnrRenewalMode.Result result(CnrRenewalMode command, RegistrarResponse response) {
    return new CnrRenewalMode.Result();
  }
}
