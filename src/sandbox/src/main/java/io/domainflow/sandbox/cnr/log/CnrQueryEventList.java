package io.domainflow.sandbox.cnr.log;

import io.domainflow.sandbox.ConditionalOnSandbox;
import io.domainflow.sandbox.cnr.CnrDate;
import io.domainflow.sandbox.cnr.CnrHandler;
import io.domainflow.sandbox.cnr.Listing;
import io.domainflow.sandbox.cnr.Parameters;
import io.domainflow.sandbox.fault.Faults;
import io.domainflow.sandbox.protocol.Answer;
import io.domainflow.sandbox.protocol.ReceivedCommand;
import io.domainflow.sandbox.protocol.Wildcard;
import io.domainflow.sandbox.state.Lateness;
import io.domainflow.sandbox.state.Profile;
import io.domainflow.sandbox.state.Table;
import io.domainflow.sandbox.state.Transaction;
import io.domainflow.sandbox.stored.Event;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;

@Component
@ConditionalOnSandbox
class CnrQueryEventList implements CnrHandler {

  private final Faults faults;
  private final Clock clock;

  CnrQueryEventList(Faults faults, Clock clock) {
    this.faults = faults;
    this.clock = clock;
  }

  @Override
  public Parameters parameters() {
    return Parameters.none()
        .optional(
            "CLASS",
            "SUBCLASS",
            "HISTORY",
            "SHOWALL",
            "WIDE",
            "INCLUDESUB",
            "MINDATE",
            "MAXDATE",
            "ORDERBY",
            "ORDER",
            "FIRST",
            "LIMIT");
  }

  @Override
  public Answer handle(ReceivedCommand call, Transaction transaction) {
    List<Event> events = matching(call, transaction);
    events.sort(order(call));
    if (faults.takeReversal(transaction)) {
      Collections.reverse(events);
    }
    boolean profileA = Profile.of(transaction) == Profile.A;
    Map<String, Function<Event, String>> columns = Listing.columns();
    columns.put("event", event -> Long.toString(event.number()));
    columns.put(profileA ? "eventclass" : "class", EventWords::eventClass);
    columns.put(profileA ? "eventsubclass" : "subclass", EventWords::subclass);
    columns.put(profileA ? "event date" : "date", event -> CnrDate.of(event.at()));
    columns.put("object id", EventWords::object);
    Answer answer = Listing.of(call, events, columns);
    return answer
        .with("events count", answer.column("count"))
        .with("events total", answer.column("total"));
  }

  private List<Event> matching(ReceivedCommand call, Transaction transaction) {
    Predicate<Instant> time = call.between("DATE");
    boolean all = call.isOn("SHOWALL");
    Instant shownUntil = Lateness.shownUntil(clock.instant(), transaction);
    List<Event> events = new ArrayList<>();
    for (Event event : transaction.all(Table.EVENTS)) {
      if (isThere(event, call.account(), clock)
          && !event.visibleAt().isAfter(shownUntil)
          && (all || event.deleted() == call.isOn("HISTORY"))
          && Wildcard.matches(call.value("CLASS").orElse("*"), EventWords.eventClass(event))
          && Wildcard.matches(call.value("SUBCLASS").orElse("*"), EventWords.subclass(event))
          && time.test(event.at())) {
        events.add(event);
      }
    }
    return events;
  }

  /** Whether an event belongs to an account and has arrived. */
  static boolean isThere(Event event, String account, Clock clock) {
    return event.account().equals(account) && !event.visibleAt().isAfter(clock.instant());
  }

  private static Comparator<Event> order(ReceivedCommand call) {
    Comparator<Event> order =
        switch (call.value("ORDERBY").orElse("DATE")) {
          case "CLASS" -> Comparator.comparing(EventWords::eventClass);
          case "SUBCLASS" -> Comparator.comparing(EventWords::subclass);
          case "OBJECTID" -> Comparator.comparing(EventWords::object);
          default -> Comparator.comparing(Event::at);
        };
    Comparator<Event> whole = order.thenComparing(Event::number);
    return call.value("ORDER").filter("DESC"::equalsIgnoreCase).isPresent()
        ? whole.reversed()
        : whole;
  }
}
