package io.domainflow.sandbox.cnr.log;

import io.domainflow.sandbox.ConditionalOnSandbox;
import io.domainflow.sandbox.cnr.CnrHandler;
import io.domainflow.sandbox.cnr.Parameters;
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
class CnrDeleteEvent implements CnrHandler {

  private final Clock clock;

  CnrDeleteEvent(Clock clock) {
    this.clock = clock;
  }

  @Override
  public Parameters parameters() {
    return Parameters.requiring("EVENT");
  }

  @Override
  public Answer handle(ReceivedCommand call, Transaction transaction) {
    transaction.put(Table.EVENTS, CnrStatusEvent.find(call, false, transaction, clock).inHistory());
    return Answer.of(Code.COMPLETED);
  }
}
