package io.domainflow.sandbox;

import java.time.Clock;
import org.springframework.stereotype.Component;

/** Not a mutation in the sense of the ledger: it tidies the caller's own inbox. */
@Component
@ConditionalOnSandbox
@Behaviour(
    value = "DeleteEvent",
    basis = Basis.DOCUMENTED,
    source = "API/USER/EVENT/DELETEEVENT.md of the HEXONET API documentation")
@Behaviour(value = "DeleteEvent of an event that is not there is 545", basis = Basis.INVENTED)
class DeleteEventHandler implements CommandHandler {

  private final Clock clock;

  DeleteEventHandler(Clock clock) {
    this.clock = clock;
  }

  @Override
  public String command() {
    return "DeleteEvent";
  }

  @Override
  public Answer handle(WireCall call, Transaction transaction) {
    transaction.remove(Table.EVENTS, StatusEventHandler.find(call, transaction, clock).key());
    return Answer.of(Code.COMPLETED);
  }
}
