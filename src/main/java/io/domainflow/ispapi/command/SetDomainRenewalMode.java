package io.domainflow.ispapi.command;

import io.domainflow.ispapi.protocol.IspapiResponse;
import io.domainflow.model.DomainName;
import io.domainflow.model.RenewalMode;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Says what the registrar does with a name at the end of its period.
 *
 * @param takeBack whether a renewal that was charged already, and is not carried out yet, is taken
 *     back and refunded; without it a mode that does not renew holds from the next period on. The
 *     parameter {@code UNRENEW} is known from the registrar's support pages (article
 *     10154306966301), not from the page of the command
 */
public record SetDomainRenewalMode(DomainName domain, RenewalMode mode, boolean takeBack)
    implements Repeatable<SetDomainRenewalMode.Result> {

  /** A mode that takes nothing back. */
  public SetDomainRenewalMode(DomainName domain, RenewalMode mode) {
    this(domain, mode, false);
  }

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
    if (takeBack) {
      parameters.put("UNRENEW", "1");
    }
    return parameters;
  }

  @Override
  public Result result(IspapiResponse response) {
    return new Result();
  }
}
