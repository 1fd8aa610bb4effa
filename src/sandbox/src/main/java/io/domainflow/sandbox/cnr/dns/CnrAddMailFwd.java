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
import java.util.Locale;
import org.springframework.stereotype.Component;

@Component
@ConditionalOnSandbox
class CnrAddMailFwd implements CnrHandler, Handler.Changing {

  private final Ledger ledger;
  private final Clock clock;

  CnrAddMailFwd(Ledger ledger, Clock clock) {
    this.ledger = ledger;
    this.clock = clock;
  }

  @Override
  public Parameters parameters() {
    return Parameters.requiring("FROM", "TO");
  }

  /** The forward that a command is about. */
  static MailForward forward(ReceivedCommand call) {
    return new MailForward(
        call.required("FROM").toLowerCase(Locale.ROOT),
        call.required("TO").toLowerCase(Locale.ROOT),
        call.account());
  }

  @Override
  public Answer handle(ReceivedCommand call, Transaction transaction) {
    MailForward forward = forward(call);
    if (!forward.from().contains("@")) {
      throw new Refusal(Code.INVALID_VALUE);
    }
    if (CnrZones.above(forward.host(), call.account(), transaction).isEmpty()) {
      throw new Refusal(Code.NOT_FOUND);
    }
    if (transaction.find(Table.MAIL_FORWARDS, forward.key()).isPresent()) {
      throw new Refusal(Code.NOT_UNIQUE);
    }
    transaction.put(Table.MAIL_FORWARDS, forward);
    ledger.record(call, command(), forward.host(), BigDecimal.ZERO, clock.instant(), transaction);
    return Answer.of(Code.COMPLETED);
  }
}
