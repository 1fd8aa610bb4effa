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
class ResendDomainTransferConfirmationEmailsHandler implements CommandHandler, Handler.Changing {

  private final Transfers transfers;
  private final Trades trades;
  private final Ledger ledger;
  private final Clock clock;

  ResendDomainTransferConfirmationEmailsHandler(
      Transfers transfers, Trades trades, Ledger ledger, Clock clock) {
    this.transfers = transfers;
    this.trades = trades;
    this.ledger = ledger;
    this.clock = clock;
  }

  @Override
  public Answer handle(ReceivedCommand call, Transaction transaction) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    Optional<Transfer> transfer =
        Transfers.running(call.domain(), transaction)
            .filter(t -> call.account().equals(t.gaining()));
    Optional<Trade> trade =
        Trades.running(call.domain(), transaction).filter(t -> call.account().equals(t.account()));
    boolean awaited =
        transfer
            .map(Transfers::awaitsConfirmation)
            .or(() -> trade.map(Trade::awaitsConfirmation))
            .orElseThrow(() -> new Refusal(Code.NOT_FOUND));
    if (!awaited) {
      throw new Refusal(
          Profile.of(transaction) == Profile.A ? Code.STATUS_FORBIDS : Code.NOT_FOUND);
    }
    if (transfer.isPresent()) {
      transfers.resend(transfer.get(), now, transaction);
    } else {
      trades.resend(trade.get(), now, transaction);
    }
    ledger.record(call, command(), call.domain(), BigDecimal.ZERO, now, transaction);
    return Answer.of(Code.COMPLETED);
  }
}
