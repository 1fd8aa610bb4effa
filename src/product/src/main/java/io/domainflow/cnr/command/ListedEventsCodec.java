package io.domainflow.cnr.command;

import io.domainflow.lineprotocol.Codec;
import io.domainflow.lineprotocol.message.CommandText;
import io.domainflow.lineprotocol.message.RegistrarResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * {@link ListedEvents} as {@code QueryEventList}. The column names may begin with {@code EVENT}.
 */
final class ListedEventsCodec implements Codec<ListedEvents, ListedEvents.Result> {

  @Override
  public String name(ListedEvents command) {
    return "QueryEventList";
  }

  @Override
  public Map<String, String> parameters(ListedEvents command) {
    Map<String, String> parameters = new LinkedHashMap<>();
    if (!command.kind().equals("*")) {
      parameters.put("CLASS", command.kind());
    }
    if (command.since() != null) {
      parameters.put("MINDATE", CommandText.date(command.since()));
    }
    if (command.all()) {
      parameters.put("SHOWALL", "1");
    }
    parameters.put("ORDERBY", "DATE");
    parameters.put("ORDER", command.newestFirst() ? "DESC" : "ASC");
    parameters.put("FIRST", String.valueOf(command.first()));
    parameters.put("LIMIT", String.valueOf(command.limit()));
    return parameters;
  }

  @Override
  public ListedEvents.Result result(ListedEvents command, RegistrarResponse response) {
    return new ListedEvents.Result(
        IntStream.range(0, Columns.rows(response, "EVENT"))
            .mapToObj(row -> entry(response, row))
            .flatMap(Optional::stream)
            .toList(),
        Columns.total(response));
  }

  private static Optional<ListedEvents.Entry> entry(RegistrarResponse response, int row) {
    return response
        .at("EVENT", row)
        .map(
            id ->
                new ListedEvents.Entry(
                    id,
                    Columns.at(response, row, "EVENTCLASS", "CLASS").orElse(""),
                    Columns.at(response, row, "EVENTSUBCLASS", "SUBCLASS").orElse(""),
                    Columns.instant(response, row, "EVENTDATE", "DATE"),
                    response.at("OBJECTID", row)));
  }
}
