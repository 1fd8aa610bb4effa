package io.domainflow.sandbox.command.log;

import io.domainflow.sandbox.ConditionalOnSandbox;
import io.domainflow.sandbox.command.CommandHandler;
import io.domainflow.sandbox.protocol.Answer;
import io.domainflow.sandbox.protocol.Code;
import io.domainflow.sandbox.protocol.ReceivedCommand;
import io.domainflow.sandbox.protocol.Refusal;
import io.domainflow.sandbox.protocol.RegistrarDate;
import io.domainflow.sandbox.state.Table;
import io.domainflow.sandbox.state.Transaction;
import io.domainflow.sandbox.stored.Event;
import io.domainflow.sandbox.stored.Stored;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import org.springframework.stereotype.Component;

@Component
@ConditionalOnSandbox
class StatusEventHandler implements CommandHandler {

  private final Clock clock;

  StatusEventHandler(Clock clock) {
    this.clock = clock;
  }

  @Override
  public Answer handle(ReceivedCommand call, Transaction transaction) {
    Event event = find(call, transaction, clock);
    return Answer.of(Code.COMPLETED)
        .with("CLASS", event.eventClass())
        .with("SUBCLASS", event.subclass())
        .with("DATA", event.data())
        .with("DATE", RegistrarDate.of(event.at()) + ".0")
        .with("INFO", URLEncoder.encode(event.info(), StandardCharsets.UTF_8).replace("+", "%20"));
  }

  /** The event of the account, if it has arrived. */
  static Event find(ReceivedCommand call, Transaction transaction, Clock clock) {
    return transaction
        .find(Table.EVENTS, Stored.numbered(Long.parseLong(call.required("EVENT"))))
        .filter(event -> QueryEventListHandler.visible(event, call.account(), clock))
        .orElseThrow(() -> new Refusal(Code.NOT_FOUND));
  }
}
