package io.domainflow.ispapi.command;

import io.domainflow.ispapi.protocol.IspapiResponse;
import io.domainflow.model.DomainName;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;

/** Asks for this account's applications for a name: the newest 250, newest first. */
public record QueryDomainApplicationList(DomainName domain)
    implements Query<QueryDomainApplicationList.Result> {

  private static final int LIMIT = 250;

  /** The applications, newest first; none is no failure. */
  public record Result(List<Application> applications) {}

  /**
   * One application.
   *
   * @param id number of the application
   * @param status as the registrar writes it; null if not stated
   * @param priceClass price class applied for; null if not stated
   * @param createdAt null if not stated
   */
  public record Application(
      String id, DomainName domain, String status, String priceClass, Instant createdAt) {

    /** Whether the name will not come of it, as far as {@link StatusDomainApplication} can tell. */
    public boolean failed() {
      return status != null && ApplicationState.isFailed(List.of(status));
    }
  }

  @Override
  public String name() {
    return "QueryDomainApplicationList";
  }

  @Override
  public Map<String, String> parameters() {
    Map<String, String> parameters = new LinkedHashMap<>();
    parameters.put("DOMAIN", domain.ascii());
    parameters.put("WIDE", "1");
    parameters.put("USERDEPTH", "SELF");
    parameters.put("ORDERBY", "CREATEDDATEDESC");
    parameters.put("LIMIT", String.valueOf(LIMIT));
    return parameters;
  }

  @Override
  public Result result(IspapiResponse response) {
    int rows = response.properties().getOrDefault("APPLICATION", List.of()).size();
    return new Result(
        IntStream.range(0, rows)
            .mapToObj(i -> application(response, i))
            .filter(Objects::nonNull)
            .toList());
  }

  // DOMAIN is a pattern to the registrar; a row that states another name is not asked for.
  private Application application(IspapiResponse response, int i) {
    String id = response.at("APPLICATION", i).orElse(null);
    String name = response.at("DOMAIN", i).orElse(domain.ascii());
    if (id == null || !name.equalsIgnoreCase(domain.ascii())) {
      return null;
    }
    return new Application(
        id,
        domain,
        response.at("STATUS", i).orElse(null),
        response.at("CLASS", i).orElse(null),
        response.instantAt("CREATEDDATE", i).orElse(null));
  }
}
