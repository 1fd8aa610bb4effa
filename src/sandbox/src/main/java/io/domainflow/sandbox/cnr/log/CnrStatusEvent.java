package io.domainflow.sandbox.cnr.log;

import io.domainflow.sandbox.ConditionalOnSandbox;
import io.domainflow.sandbox.cnr.CnrDate;
import io.domainflow.sandbox.cnr.CnrHandler;
import io.domainflow.sandbox.cnr.Parameters;
import io.domainflow.sandbox.protocol.Answer;
import io.domainflow.sandbox.protocol.Code;
import io.domainflow.sandbox.protocol.ReceivedCommand;
import io.domainflow.sandbox.protocol.Refusal;
import io.domainflow.sandbox.state.Table;
import io.domainflow.sandbox.state.Transaction;
import io.domainflow.sandbox.stored.Event;
import io.domainflow.sandbox.stored.Stored;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

@Component
@ConditionalOnSandbox
class CnrStatusEvent implements CnrHandler {

  private final Clock clock;

  CnrStatusEvent(Clock clock) {
    this.clock = clock;
  }

  @Override
  public Parameters parameters() {
    return Parameters.requiring("EVENT").optional("HISTORY");
  }

  @Override
  public Answer handle(ReceivedCommand call, Transaction transaction) {
    Event event = find(call, call.isOn("HISTORY"), transaction, clock);
    List<String> data = new ArrayList<>(List.of(event.data()));
    event.info().lines().forEach(data::add);
    return Answer.of(Code.COMPLETED)
        .with("class", EventWords.eventClass(event))
        .with("data", data)
        .with("date", CnrDate.of(event.at()))
        .with("object id", EventWords.object(event))
        .with("subclass", EventWords.subclass(event));
  }

  /**
   * An event of the account that has arrived.
   *
   * @param history whether it may have been deleted
   * @throws Refusal 545 if there is no such event
   */
  static Event find(ReceivedCommand call, boolean history, Transaction transaction, Clock clock) {
    String number = call.required("EVENT");
    if (!number.matches("[0-9]{1,18}")) {
      throw new Refusal(Code.NOT_FOUND);
    }
    return transaction
        .find(Table.EVENTS, Stored.numbered(Long.parseLong(number)))
        .filter(event -> CnrQueryEventList.isThere(event, call.account(), clock))
        .filter(event -> history || !event.deleted())
        .orElseThrow(() -> new Refusal(Code.NOT_FOUND));
  }
}
