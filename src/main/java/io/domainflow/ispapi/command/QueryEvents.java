package io.domainflow.ispapi.command;

import io.domainflow.ispapi.protocol.IspapiResponse;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Asks for the oldest events of the account. An event can get lost, come twice or come late, and
 * its page knows one class of events only: it is a reason to look at the name, no more.
 *
 * @param limit most events in the answer
 */
public record QueryEvents(int limit) implements Query<QueryEvents.Result> {

  private static final String DOMAIN = "domain:";

  /** The events, oldest first; none is no failure. */
  public record Result(List<Event> events) {}

  /**
   * One event.
   *
   * @param id number of the event, for {@link DeleteEvent}
   * @param type such as {@code DOMAIN_TRANSFER}; empty if not stated
   * @param subtype such as {@code TRANSFER_SUCCESSFUL}; empty if not stated
   * @param at null if not stated
   * @param data as the registrar writes it
   */
  public record Event(String id, String type, String subtype, Instant at, List<String> data) {

    /** The name it is about, in A-label form and lower case; empty if it names none. */
    public Optional<String> domain() {
      return data.stream()
          .filter(text -> text.regionMatches(true, 0, DOMAIN, 0, DOMAIN.length()))
          .map(text -> text.substring(DOMAIN.length()).strip().toLowerCase(Locale.ROOT))
          .findFirst();
    }
  }

  @Override
  public String name() {
    return "QueryEventList";
  }

  @Override
  public Map<String, String> parameters() {
    Map<String, String> parameters = new LinkedHashMap<>();
    parameters.put("WIDE", "1");
    parameters.put("ORDERBY", "EVENTDATE");
    parameters.put("LIMIT", String.valueOf(limit));
    return parameters;
  }

  @Override
  public Result result(IspapiResponse response) {
    int rows = response.properties().getOrDefault("EVENT", List.of()).size();
    return new Result(
        IntStream.range(0, rows)
            .mapToObj(i -> event(response, i))
            .flatMap(Optional::stream)
            .toList());
  }

  private static Optional<Event> event(IspapiResponse response, int i) {
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
                    data));
  }
}
