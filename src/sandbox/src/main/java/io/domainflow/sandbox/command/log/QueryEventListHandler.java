package io.domainflow.sandbox.command.log;

import io.domainflow.sandbox.ConditionalOnSandbox;
import io.domainflow.sandbox.command.CommandHandler;
import io.domainflow.sandbox.command.Page;
import io.domainflow.sandbox.fault.Faults;
import io.domainflow.sandbox.protocol.Answer;
import io.domainflow.sandbox.protocol.ReceivedCommand;
import io.domainflow.sandbox.protocol.RegistrarDate;
import io.domainflow.sandbox.protocol.Wildcard;
import io.domainflow.sandbox.state.Table;
import io.domainflow.sandbox.state.Transaction;
import io.domainflow.sandbox.stored.Event;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;

@Component
@ConditionalOnSandbox
class QueryEventListHandler implements CommandHandler {

  private final Faults faults;
  private final Clock clock;

  QueryEventListHandler(Faults faults, Clock clock) {
    this.faults = faults;
    this.clock = clock;
  }

  @Override
  public Answer handle(ReceivedCommand call, Transaction transaction) {
    List<Event> events = matching(call, transaction);
    Comparator<Event> order = Comparator.comparing(Event::at).thenComparing(Event::number);
    boolean descending = call.value("ORDERBY").filter("EVENTDATEDESC"::equals).isPresent();
    events.sort(descending ? order.reversed() : order);
    if (faults.takeReversal(transaction)) {
      Collections.reverse(events);
    }
    Page<Event> page = Page.of(events, call);
    Answer answer =
        page.answer().with("EVENT", page.column(event -> Long.toString(event.number())));
    if (call.isOn("WIDE")) {
      answer
          .with("EVENTCLASS", page.column(Event::eventClass))
          .with("EVENTSUBCLASS", page.column(Event::subclass))
          .with("EVENTDATE", page.column(event -> RegistrarDate.of(event.at())))
          .with("EVENTDATA0", page.column(Event::data))
          .with("EVENTDATA1", page.column(event -> ""))
          .with("EVENTDATA2", page.column(event -> ""))
          .with("EVENTDATA3", page.column(event -> ""));
    }
    return answer;
  }

  private List<Event> matching(ReceivedCommand call, Transaction transaction) {
    Predicate<Instant> time = call.between("DATE");
    List<Event> events = new ArrayList<>();
    for (Event event : transaction.all(Table.EVENTS)) {
      if (visible(event, call.account(), clock)
          && Wildcard.matches(call.value("CLASS").orElse("*"), event.eventClass())
          && Wildcard.matches(call.value("SUBCLASS").orElse("*"), event.subclass())
          && time.test(event.at())) {
        events.add(event);
      }
    }
    return events;
  }

  static boolean visible(Event event, String account, Clock clock) {
    return event.account().equals(account) && !event.visibleAt().isAfter(clock.instant());
  }
}
