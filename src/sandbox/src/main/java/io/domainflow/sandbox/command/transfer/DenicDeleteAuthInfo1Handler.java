package io.domainflow.sandbox.command.transfer;

import io.domainflow.sandbox.ConditionalOnSandbox;
import io.domainflow.sandbox.account.Ledger;
import io.domainflow.sandbox.command.CommandHandler;
import io.domainflow.sandbox.command.Handler;
import io.domainflow.sandbox.protocol.Answer;
import io.domainflow.sandbox.protocol.Code;
import io.domainflow.sandbox.protocol.ReceivedCommand;
import io.domainflow.sandbox.protocol.Refusal;
import io.domainflow.sandbox.state.Profile;
import io.domainflow.sandbox.state.Table;
import io.domainflow.sandbox.state.Transaction;
import io.domainflow.sandbox.stored.name.RegisteredName;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

@Component
@ConditionalOnSandbox
class DenicDeleteAuthInfo1Handler implements CommandHandler, Handler.Changing {

  private final Ledger ledger;
  private final Clock clock;

  DenicDeleteAuthInfo1Handler(Ledger ledger, Clock clock) {
    this.ledger = ledger;
    this.clock = clock;
  }

  @Override
  public String command() {
    return "DENIC_DeleteAuthInfo1";
  }

  @Override
  public Answer handle(ReceivedCommand call, Transaction transaction) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    RegisteredName name = DenicCodes.ofDenic(TradeCheck.name(call, transaction));
    if (name.authAt(now).isEmpty() && Profile.of(transaction) == Profile.A) {
      throw new Refusal(Code.NOT_FOUND);
    }
    transaction.put(Table.NAMES, name.withAuth(""));
    ledger.record(call, command(), name.domain(), BigDecimal.ZERO, now, transaction);
    List<String> statuses = new ArrayList<>(List.of(name.status()));
    if (name.lockedAt(now)) {
      statuses.add("clientTransferProhibited");
    }
    return Answer.of(Code.COMPLETED).with("STATUS", statuses);
  }
}
