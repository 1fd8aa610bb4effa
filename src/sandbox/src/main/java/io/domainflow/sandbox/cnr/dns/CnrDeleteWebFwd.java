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
import io.domainflow.sandbox.stored.name.WebForward;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.Locale;
import org.springframework.stereotype.Component;

@Component
@ConditionalOnSandbox
class CnrDeleteWebFwd implements CnrHandler, Handler.Changing {

  private final Ledger ledger;
  private final Clock clock;

  CnrDeleteWebFwd(Ledger ledger, Clock clock) {
    this.ledger = ledger;
    this.clock = clock;
  }

  @Override
  public Parameters parameters() {
    return Parameters.requiring("SOURCE");
  }

  @Override
  public Answer handle(ReceivedCommand call, Transaction transaction) {
    WebForward forward =
        transaction
            .find(Table.WEB_FORWARDS, call.required("SOURCE").toLowerCase(Locale.ROOT))
            .filter(known -> known.account().equals(call.account()))
            .orElseThrow(() -> new Refusal(Code.NOT_FOUND));
    transaction.remove(Table.WEB_FORWARDS, forward.key());
    ledger.record(call, command(), forward.host(), BigDecimal.ZERO, clock.instant(), transaction);
    return Answer.of(Code.COMPLETED);
  }
}
