package io.domainflow.ispapi.command;

import io.domainflow.ispapi.protocol.IspapiResponse;
import io.domainflow.model.DomainName;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Asks whether a name was deleted and can be had back. The class of such objects, {@code
 * DELETEDDOMAIN}, and that their {@code EXPIRATIONDATE} is the last moment for it, are known from
 * the registrar's public modules and not from the page of QueryObjectList.
 */
public record QueryDeletedDomain(DomainName domain) implements Query<QueryDeletedDomain.Result> {

  /**
   * The answer.
   *
   * @param restorable whether it is listed
   * @param until the last moment; null if not stated
   */
  public record Result(boolean restorable, Instant until) {}

  @Override
  public String name() {
    return "QueryObjectList";
  }

  @Override
  public Map<String, String> parameters() {
    Map<String, String> parameters = new LinkedHashMap<>();
    parameters.put("WIDE", "1");
    parameters.put("OBJECTCLASS", "DELETEDDOMAIN");
    parameters.put("OBJECTID", domain.ascii());
    return parameters;
  }

  @Override
  public Result result(IspapiResponse response) {
    int rows = response.properties().getOrDefault("OBJECTID", List.of()).size();
    return IntStream.range(0, rows)
        .filter(
            i -> response.at("OBJECTID", i).filter(domain.ascii()::equalsIgnoreCase).isPresent())
        .mapToObj(i -> new Result(true, response.instantAt("EXPIRATIONDATE", i).orElse(null)))
        .findFirst()
        .orElse(new Result(false, null));
  }
}
