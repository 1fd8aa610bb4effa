package io.domainflow.ispapi.command;

import io.domainflow.ispapi.protocol.CommandText;
import io.domainflow.ispapi.protocol.IspapiResponse;
import io.domainflow.model.DomainName;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Asks what the registrar wrote down of a name: which commands changed it, or were to, and what
 * happened to it from outside. How long a command takes to show there is not known.
 *
 * @param since nothing older
 * @param limit most entries in the answer
 */
public record QueryObjectLogList(DomainName domain, Instant since, int limit)
    implements Query<QueryObjectLogList.Result> {

  /** The entries, newest first; none is no failure. */
  public record Result(List<Entry> entries) {}

  /**
   * One entry; {@link StatusObjectLog} has the rest of it.
   *
   * @param index number of the entry
   * @param operation such as {@code CREATE} or {@code INBOUND_TRANSFER}, in upper case
   * @param status such as {@code PENDING}, {@code SUCCESSFUL} or {@code FAILED}, in upper case
   * @param at null if not stated
   * @param user account of the caller; null if not stated
   * @param role role user of the caller; null if it was none, or is not stated
   */
  public record Entry(
      String index, String operation, String status, Instant at, String user, String role) {}

  @Override
  public String name() {
    return "QueryObjectLogList";
  }

  @Override
  public Map<String, String> parameters() {
    Map<String, String> parameters = new LinkedHashMap<>();
    parameters.put("OBJECTCLASS", "DOMAIN");
    parameters.put("OBJECTID", domain.ascii());
    parameters.put("MINDATE", CommandText.date(since));
    parameters.put("ORDERBY", "LOGDATEDESC");
    parameters.put("USERDEPTH", "SELF");
    parameters.put("LIMIT", String.valueOf(limit));
    return parameters;
  }

  @Override
  public Result result(IspapiResponse response) {
    int rows = response.properties().getOrDefault("LOGINDEX", List.of()).size();
    return new Result(
        IntStream.range(0, rows)
            .mapToObj(i -> entry(response, i))
            .flatMap(Optional::stream)
            .toList());
  }

  private static Optional<Entry> entry(IspapiResponse response, int i) {
    return response
        .at("LOGINDEX", i)
        .map(
            index ->
                new Entry(
                    index,
                    response.at("OPERATIONTYPE", i).orElse("").toUpperCase(Locale.ROOT),
                    response.at("OPERATIONSTATUS", i).orElse("").toUpperCase(Locale.ROOT),
                    response.instantAt("LOGDATE", i).orElse(null),
                    response.at("LOGUSER", i).orElse(null),
                    response.at("LOGROLEID", i).orElse(null)));
  }
}
