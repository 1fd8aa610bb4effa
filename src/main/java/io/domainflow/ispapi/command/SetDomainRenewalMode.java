package io.domainflow.ispapi.command;

import io.domainflow.ispapi.protocol.IspapiResponse;
import io.domainflow.model.DomainName;
import io.domainflow.model.RenewalMode;
import java.util.LinkedHashMap;
import java.util.Map;

/** Says what the registrar does with a name at the end of its period. */
public record SetDomainRenewalMode(DomainName domain, RenewalMode mode)
    implements Repeatable<SetDomainRenewalMode.Result> {

  /** The mode is set; there is nothing more to say. */
  public record Result() {}

  @Override
  public String name() {
    return "SetDomainRenewalMode";
  }

  @Override
  public Map<String, String> parameters() {
    Map<String, String> parameters = new LinkedHashMap<>();
    parameters.put("DOMAIN", domain.ascii());
    parameters.put("RENEWALMODE", mode.name());
    return parameters;
  }

  @Override
  public Result result(IspapiResponse response) {
    return new Result();
  }
}
