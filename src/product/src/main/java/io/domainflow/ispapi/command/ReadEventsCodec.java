package io.domainflow.ispapi.command;

import io.domainflow.lineprotocol.Codec;
import io.domainflow.lineprotocol.message.RegistrarResponse;
import io.domainflow.registrar.command.ReadEvents;
import io.domainflow.registrar.command.ReadEvents.Event;
import io.domainflow.registrar.command.ReadEvents.Result;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * {@link ReadEvents} as {@code QueryEventList}. Its page documents only one class of events. The
 * type of an event is its class, such as {@code DOMAIN_TRANSFER}, the subtype its subclass, such as
 * {@code TRANSFER_SUCCESSFUL}.
 */
final class ReadEventsCodec implements Codec<ReadEvents, ReadEvents.Result> {

  private static final String DOMAIN = "domain:";

  @Override
  public String name(ReadEvents command) {
    return "QueryEventList";
  }

  @Override
  public Map<String, String> parameters(ReadEvents command) {
    Map<String, String> parameters = new LinkedHashMap<>();
    parameters.put("WIDE", "1");
    parameters.put("ORDERBY", "EVENTDATE");
    parameters.put("LIMIT", String.valueOf(command.limit()));
    return parameters;
  }

  @Override
  public Result result(ReadEvents command, RegistrarResponse response) {
    int rows = response.properties().getOrDefault("EVENT", List.of()).size();
    return new Result(
        IntStream.range(0, rows)
            .mapToObj(i -> event(response, i))
            .flatMap(Optional::stream)
            .toList());
  }

  private static Optional<Event> event(RegistrarResponse response, int i) {
    List<String> data =
        IntStream.rangeClosed(0, 3)
            .mapToObj(n -> response.at("EVENTDATA" + n, i))
            .flatMap(Optional::stream)
            .toList();
    return response
        .at("EVENT", i)
        .map(
            id ->
                new Event(
                    id,
                    response.at("EVENTCLASS", i).orElse(""),
                    response.at("EVENTSUBCLASS", i).orElse(""),
                    response.instantAt("EVENTDATE", i).orElse(null),
                    domain(data)));
  }

  private static Optional<String> domain(List<String> data) {
    return data.stream()
        .filter(text -> text.regionMatches(true, 0, DOMAIN, 0, DOMAIN.length()))
        .map(text -> text.substring(DOMAIN.length()).strip().toLowerCase(Locale.ROOT))
        .findFirst();
  }
}
