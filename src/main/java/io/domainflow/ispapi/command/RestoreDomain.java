package io.domainflow.ispapi.command;

import io.domainflow.ispapi.protocol.IspapiResponse;
import io.domainflow.model.DomainName;
import io.domainflow.model.RenewalMode;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Asks for a deleted name that can still be had back. Expensive. Its success always says no more
 * than that it is under way: it takes from moments to three working days (page of the command).
 *
 * @param mode renewal mode that the name gets with it
 * @param priceClass price class of a name with a price of its own; null for a plain one
 */
public record RestoreDomain(DomainName domain, RenewalMode mode, String priceClass)
    implements Mutation<RestoreDomain.Result> {

  /** It is under way; only a look at the name tells how it ends. */
  public record Result() {}

  @Override
  public String name() {
    return "RestoreDomain";
  }

  @Override
  public String object() {
    return domain.ascii();
  }

  @Override
  public boolean costsMoney() {
    return true;
  }

  @Override
  public Map<String, String> parameters() {
    Map<String, String> parameters = new LinkedHashMap<>();
    parameters.put("DOMAIN", domain.ascii());
    parameters.put("RENEWALMODE", mode.name());
    if (priceClass != null) {
      parameters.put("CLASS", priceClass);
    }
    return parameters;
  }

  @Override
  public Result result(IspapiResponse response) {
    return new Result();
  }
}
