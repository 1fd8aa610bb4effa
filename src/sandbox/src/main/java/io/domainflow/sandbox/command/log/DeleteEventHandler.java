package io.domainflow.sandbox.command.log;

import io.domainflow.sandbox.ConditionalOnSandbox;
import io.domainflow.sandbox.command.CommandHandler;
import io.domainflow.sandbox.protocol.Answer;
import io.domainflow.sandbox.protocol.Code;
import io.domainflow.sandbox.protocol.ReceivedCommand;
import io.domainflow.sandbox.state.Table;
import io.domainflow.sandbox.state.Transaction;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** Not a mutation in the sense of the ledger: it only clears the caller's own inbox. */
@Component
@ConditionalOnSandbox
class DeleteEventHandler implements CommandHandler {

  private final Clock clock;

  DeleteEventHandler(Clock clock) {
    this.clock = clock;
  }

  @Override
  public Answer handle(ReceivedCommand call, Transaction transaction) {
    transaction.remove(Table.EVENTS, StatusEventHandler.find(call, transaction, clock).key());
    return Answer.of(Code.COMPLETED);
  }
}
