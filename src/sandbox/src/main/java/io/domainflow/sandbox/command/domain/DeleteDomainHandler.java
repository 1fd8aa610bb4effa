package io.domainflow.sandbox.command.domain;

import io.domainflow.sandbox.ConditionalOnSandbox;
import io.domainflow.sandbox.account.Ledger;
import io.domainflow.sandbox.command.CommandHandler;
import io.domainflow.sandbox.command.Handler;
import io.domainflow.sandbox.command.transfer.TradeCheck;
import io.domainflow.sandbox.command.transfer.Transfers;
import io.domainflow.sandbox.protocol.Answer;
import io.domainflow.sandbox.protocol.Code;
import io.domainflow.sandbox.protocol.ReceivedCommand;
import io.domainflow.sandbox.protocol.Refusal;
import io.domainflow.sandbox.registry.Deletions;
import io.domainflow.sandbox.state.Profile;
import io.domainflow.sandbox.state.Table;
import io.domainflow.sandbox.state.Transaction;
import io.domainflow.sandbox.stored.name.RegisteredName;
import io.domainflow.sandbox.stored.name.Renewal;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.springframework.stereotype.Component;

@Component
@ConditionalOnSandbox
class DeleteDomainHandler implements CommandHandler, Handler.Changing {

  private static final Duration PENDING = Duration.ofHours(1);

  private final Deletions deletions;
  private final Ledger ledger;
  private final Clock clock;

  DeleteDomainHandler(Deletions deletions, Ledger ledger, Clock clock) {
    this.deletions = deletions;
    this.ledger = ledger;
    this.clock = clock;
  }

  @Override
  public Answer handle(ReceivedCommand call, Transaction transaction) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    boolean profileA = Profile.of(transaction) == Profile.A;
    RegisteredName name = TradeCheck.name(call, transaction);
    refuseHeld(name, profileA, transaction);
    Answer answer =
        profileA
            ? Answer.of(Code.COMPLETED, "action pending")
                .asPending()
                .with("STATUS", RegisteredName.PENDING_DELETE)
            : Answer.of(Code.COMPLETED);
    ledger.record(call, command(), name.domain(), BigDecimal.ZERO, now, transaction);
    ledger.log(call, "DOMAIN", name.domain(), "DELETE", "REQUEST", answer, now, transaction);
    if (profileA) {
      Renewal ending = name.renewal().deletedAt(now.plus(PENDING));
      transaction.put(
          Table.NAMES, name.withStatus(RegisteredName.PENDING_DELETE).withRenewal(ending));
    } else {
      deletions.delete(name, now, transaction);
    }
    return answer;
  }

  private static void refuseHeld(RegisteredName name, boolean profileA, Transaction transaction) {
    if (Transfers.running(name.domain(), transaction).isPresent()) {
      throw new Refusal(Code.PENDING_TRANSFER);
    }
    if (name.onHold()) {
      throw new Refusal(profileA ? Code.ON_HOLD : Code.STATUS_FORBIDS);
    }
    if (!name.active()) {
      throw new Refusal(Code.STATUS_FORBIDS);
    }
  }
}
