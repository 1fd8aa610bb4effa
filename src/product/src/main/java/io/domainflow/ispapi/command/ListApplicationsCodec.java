package io.domainflow.ispapi.command;

import io.domainflow.lineprotocol.Codec;
import io.domainflow.lineprotocol.message.RegistrarResponse;
import io.domainflow.model.DomainName;
import io.domainflow.registrar.command.ListApplications;
import io.domainflow.registrar.command.ListApplications.Application;
import io.domainflow.registrar.command.ListApplications.Result;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** {@link ListApplications} as {@code QueryDomainApplicationList}. */
final class ListApplicationsCodec implements Codec<ListApplications, ListApplications.Result> {

  private static final int LIMIT = 250;

  @Override
  public String name(ListApplications command) {
    return "QueryDomainApplicationList";
  }

  @Override
  public Map<String, String> parameters(ListApplications command) {
    Map<String, String> parameters = new LinkedHashMap<>();
    parameters.put("DOMAIN", command.domain().ascii());
    parameters.put("WIDE", "1");
    parameters.put("USERDEPTH", "SELF");
    parameters.put("ORDERBY", "CREATEDDATEDESC");
    parameters.put("LIMIT", String.valueOf(LIMIT));
    return parameters;
  }

  @Override
  public Result result(ListApplications command, RegistrarResponse response) {
    int rows = response.properties().getOrDefault("APPLICATION", List.of()).size();
    return new Result(
        IntStream.range(0, rows)
            .mapToObj(i -> application(command.domain(), response, i))
            .filter(Objects::nonNull)
            .toList());
  }

  // The registrar treats DOMAIN as a pattern; rows with other names are ignored.
  private static @Nullable Application application(
      DomainName domain, RegistrarResponse response, int i) {
    String id = response.at("APPLICATION", i).orElse(null);
    String name = response.at("DOMAIN", i).orElse(domain.ascii());
    if (id == null || !name.equalsIgnoreCase(domain.ascii())) {
      return null;
    }
    String status = response.at("STATUS", i).orElse(null);
    return new Application(
        id,
        domain,
        status,
        status != null && ApplicationState.isFailed(List.of(status)),
        response.at("CLASS", i).orElse(null),
        response.instantAt("CREATEDDATE", i).orElse(null));
  }
}
