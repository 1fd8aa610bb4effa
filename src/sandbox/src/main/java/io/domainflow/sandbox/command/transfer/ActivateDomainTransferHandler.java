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
import io.domainflow.sandbox.state.Transaction;
import io.domainflow.sandbox.stored.name.Trade;
import io.domainflow.sandbox.stored.name.Transfer;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.springframework.stereotype.Component;

@Component
@ConditionalOnSandbox
class ActivateDomainTransferHandler implements CommandHandler, Handler.Changing {

  private final Transfers transfers;
  private final Trades trades;
  private final Ledger ledger;
  private final Clock clock;

  ActivateDomainTransferHandler(Transfers transfers, Trades trades, Ledger ledger, Clock clock) {
    this.transfers = transfers;
    this.trades = trades;
    this.ledger = ledger;
    this.clock = clock;
  }

  @Override
  public Answer handle(ReceivedCommand call, Transaction transaction) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    String trigger =
        call.value("TRIGGER").orElseThrow(() -> new Refusal(Code.MISSING_ATTRIBUTE, "TRIGGER"));
    String action = call.required("ACTION");
    boolean yes = !action.equals("DENY");
    Optional<Transfer> transfer =
        Transfers.running(call.domain(), transaction)
            .filter(t -> call.account().equals(t.gaining()))
            .filter(Transfers::awaitsConfirmation)
            .filter(t -> !action.equals("APPROVE"));
    Optional<Trade> trade =
        Trades.running(call.domain(), transaction)
            .filter(t -> call.account().equals(t.account()))
            .filter(Trade::awaitsConfirmation)
            .filter(t -> !action.equals("REQUEST"));
    long number =
        transfer
            .map(Transfer::number)
            .or(() -> trade.map(Trade::number))
            .orElseThrow(() -> new Refusal(Code.NOT_FOUND));
    if (!trigger.equals(Long.toString(number))) {
      throw Profile.of(transaction) == Profile.A
          ? new Refusal(Code.INVALID_VALUE, "TRIGGER")
          : new Refusal(Code.NOT_FOUND);
    }
    transfer.ifPresent(t -> transfers.answer(t, yes, now, transaction));
    trade.ifPresent(t -> trades.answer(t, yes, now, transaction));
    ledger.record(call, command(), call.domain(), BigDecimal.ZERO, now, transaction);
    return Answer.of(Code.COMPLETED);
  }
}
