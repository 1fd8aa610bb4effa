package io.domainflow.ispapi.command;

import io.domainflow.ispapi.protocol.IspapiResponse;
import io.domainflow.model.DomainName;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Puts a name on hold, so that it does not resolve any more, or takes it off again. Everything else
 * of the name stays. The page of ModifyDomain lists {@code ADDSTATUS} and {@code DELSTATUS} with
 * another status as their example; that {@code clientHold} is among the values is our reading of
 * RFC 5731.
 *
 * @param hold false takes it off
 */
public record HoldDomain(DomainName domain, boolean hold) implements Repeatable<HoldDomain.Result> {

  static final String STATUS = "clientHold";

  /**
   * The answer.
   *
   * @param pending the registry has not done it yet and may still refuse
   */
  public record Result(boolean pending) {}

  @Override
  public String name() {
    return "ModifyDomain";
  }

  @Override
  public Map<String, String> parameters() {
    Map<String, String> parameters = new LinkedHashMap<>();
    parameters.put("DOMAIN", domain.ascii());
    parameters.put(hold ? "ADDSTATUS0" : "DELSTATUS0", STATUS);
    return parameters;
  }

  @Override
  public Result result(IspapiResponse response) {
    return new Result(response.pending());
  }
}
