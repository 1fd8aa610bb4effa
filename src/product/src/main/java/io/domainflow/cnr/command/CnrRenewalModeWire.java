package io.domainflow.cnr.command;

import io.domainflow.wire.Wire;
import io.domainflow.wire.protocol.WireResponse;
import java.util.LinkedHashMap;
import java.util.Map;

/** {@link CnrRenewalMode} as {@code SetDomainRenewalMode}. */
final class CnrRenewalModeWire implements Wire<CnrRenewalMode, CnrRenewalMode.Result> {

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
  public CnrRenewalMode.Result result(CnrRenewalMode command, WireResponse response) {
    return new CnrRenewalMode.Result();
  }
}
