package io.domainflow.cnr.command;

import io.domainflow.lineprotocol.Codec;
import io.domainflow.lineprotocol.message.RegistrarResponse;
import io.domainflow.model.DomainName;
import io.domainflow.registrar.command.ListApplications;
import io.domainflow.registrar.command.ListApplications.Application;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** {@link ListApplications} as {@code QueryDomainApplicationList}. */
final class ListApplicationsCodec implements Codec<ListApplications, ListApplications.Result> {

  @Override
  public String name(ListApplications command) {
    return "QueryDomainApplicationList";
  }

  @Override
  public Map<String, String> parameters(ListApplications command) {
    Map<String, String> parameters = new LinkedHashMap<>();
    parameters.put("DOMAIN", command.domain().ascii());
    parameters.put("WIDE", "1");
    parameters.put("LIMIT", "250");
    return parameters;
  }

  @Override
  public ListApplications.Result result(ListApplications command, RegistrarResponse response) {
    return new ListApplications.Result(
        IntStream.range(0, Columns.rows(response, "APPLICATION"))
            .mapToObj(row -> application(command.domain(), response, row))
            .flatMap(Optional::stream)
            .sorted(NEWEST_FIRST)
            .toList());
  }

  private static final Comparator<Application> NEWEST_FIRST =
      Comparator.comparing(Application::createdAt, Comparator.nullsLast(Comparator.reverseOrder()));

  // The registrar treats DOMAIN as a pattern; rows with other names are ignored.
  private static Optional<Application> application(
      DomainName domain, RegistrarResponse response, int row) {
    String status = response.at("STATUS", row).orElse(null);
    boolean asked =
        response.at("DOMAIN", row).map(name -> Columns.isName(name, domain)).orElse(true);
    return response
        .at("APPLICATION", row)
        .filter(id -> asked)
        .map(
            id ->
                new Application(
                    id,
                    domain,
                    status,
                    status != null && ApplicationWords.isFailed(List.of(status)),
                    response.at("CLASS", row).orElse(null),
                    Columns.instant(response, row, "CREATEDDATE")));
  }
}
