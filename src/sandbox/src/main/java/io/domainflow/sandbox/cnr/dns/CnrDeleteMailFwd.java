package io.domainflow.sandbox.cnr.dns;

import io.domainflow.sandbox.ConditionalOnSandbox;
import io.domainflow.sandbox.account.Ledger;
import io.domainflow.sandbox.cnr.CnrHandler;
import io.domainflow.sandbox.cnr.Parameters;
import io.domainflow.sandbox.command.Handler;
import io.domainflow.sandbox.protocol.Answer;
import io.domainflow.sandbox.protocol.Code;
import io.domainflow.sandbox.protocol.ReceivedCommand;
import io.domainflow.sandbox.protocol.Refusal;
import io.domainflow.sandbox.state.Table;
import io.domainflow.sandbox.state.Transaction;
import io.domainflow.sandbox.stored.name.MailForward;
import java.math.BigDecimal;
import java.time.Clock;
import org.springframework.stereotype.Component;

@Component
@ConditionalOnSandbox
class CnrDeleteMailFwd implements CnrHandler, Handler.Changing {

  private final Ledger ledger;
  private final Clock clock;

  CnrDeleteMailFwd(Ledger ledger, Clock clock) {
    this.ledger = ledger;
    this.clock = clock;
  }

  @Override
  public Parameters parameters() {
    return Parameters.requiring("FROM", "TO");
  }

  @Override
  public Answer handle(ReceivedCommand call, Transaction transaction) {
    MailForward wanted = CnrAddMailFwd.forward(call);
    if (transaction.find(Table.MAIL_FORWARDS, wanted.key()).filter(wanted::equals).isEmpty()) {
      throw new Refusal(Code.NOT_FOUND);
    }
    transaction.remove(Table.MAIL_FORWARDS, wanted.key());
    ledger.record(call, command(), wanted.host(), BigDecimal.ZERO, clock.instant(), transaction);
    return Answer.of(Code.COMPLETED);
  }
}
