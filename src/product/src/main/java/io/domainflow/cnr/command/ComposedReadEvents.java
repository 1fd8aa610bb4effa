package io.domainflow.cnr.command;

import io.domainflow.registrar.command.ReadEvents;
import io.domainflow.registrar.command.ReadEvents.Event;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * {@link ReadEvents} as {@code QueryEventList}. The subject of an event is the list's {@code
 * OBJECTID}: the name, as the pages about transfer events show. If it is not a name, {@code
 * StatusEvent} is read, but only for a few of the oldest events: the others remain listed, and
 * follow when these have been deleted.
 */
final class ComposedReadEvents implements Composed<ReadEvents, ReadEvents.Result> {

  private static final int MOST_ASKED = 5;

  private static final Pattern NAME = Pattern.compile("[^\\s.@]+(\\.[^\\s.@]+)+");

  @Override
  public String name(ReadEvents command) {
    return "QueryEventList";
  }

  @Override
  public int points(ReadEvents command) {
    return 1 + MOST_ASKED;
  }

  @Override
  public ReadEvents.Result ask(ReadEvents command, Calls calls) {
    List<Event> events = new ArrayList<>();
    int asked = 0;
    for (ListedEvents.Entry entry :
        calls.ask(new ListedEvents("*", null, false, false, 0, command.limit())).events()) {
      Optional<String> domain = name(entry.object());
      if (domain.isEmpty()) {
        if (asked == MOST_ASKED) {
          break;
        }
        asked++;
        domain = nameInData(entry.id(), calls);
      }
      events.add(new Event(entry.id(), entry.kind(), entry.subkind(), entry.at(), domain));
    }
    return new ReadEvents.Result(events);
  }

  // The event may have been deleted since; one that the registrar does not show does not delay the
  // others.
  private static Optional<String> nameInData(String id, Calls calls) {
    return calls
        .askIfAllowed(new EventData(id))
        .flatMap(data -> name(data.value("domain")).or(() -> name(data.object())));
  }

  private static Optional<String> name(Optional<String> object) {
    return object.filter(text -> NAME.matcher(text).matches()).map(Columns::ascii);
  }
}
