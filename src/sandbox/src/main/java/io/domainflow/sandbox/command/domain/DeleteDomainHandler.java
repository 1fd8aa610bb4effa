package io.domainflow.sandbox.command.domain;

import io.domainflow.sandbox.Basis;
import io.domainflow.sandbox.Behaviour;
import io.domainflow.sandbox.ConditionalOnSandbox;
import io.domainflow.sandbox.account.Ledger;
import io.domainflow.sandbox.command.CommandHandler;
import io.domainflow.sandbox.command.transfer.TradeCheck;
import io.domainflow.sandbox.command.transfer.Transfers;
import io.domainflow.sandbox.registry.Deletions;
import io.domainflow.sandbox.state.Profile;
import io.domainflow.sandbox.state.Table;
import io.domainflow.sandbox.state.Transaction;
import io.domainflow.sandbox.stored.name.RegisteredName;
import io.domainflow.sandbox.stored.name.Renewal;
import io.domainflow.sandbox.wire.Answer;
import io.domainflow.sandbox.wire.Code;
import io.domainflow.sandbox.wire.Refusal;
import io.domainflow.sandbox.wire.WireCall;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.springframework.stereotype.Component;

@Component
@ConditionalOnSandbox
@Behaviour(
    value = "DeleteDomain answers «action pending» with PENDING=1 and STATUS PENDINGDELETE",
    basis = Basis.INFERRED,
    source = "example of API/DOMAIN/DELETEDOMAIN.md of the HEXONET API documentation",
    profileB = "it is carried out at once: no PENDING and no STATUS")
@Behaviour(
    value =
        "DeleteDomain of an unknown name is 545, of one in another account 531, of one that is not"
            + " active or is being deleted 552, of one that is being transferred 553",
    basis = Basis.DOCUMENTED,
    source =
        "codes of API/DOMAIN/DELETEDOMAIN.md of the HEXONET API documentation; public WHMCS"
            + " registrar module")
@Behaviour(
    value = "DeleteDomain of a name on hold is 544",
    basis = Basis.INFERRED,
    source = "codes of API/DOMAIN/DELETEDOMAIN.md of the HEXONET API documentation",
    profileB = "552")
@Behaviour(
    value =
        "a pending deletion is carried out after an hour; nothing is refunded; a transfer lock"
            + " does not prevent it",
    basis = Basis.INVENTED)
class DeleteDomainHandler implements CommandHandler {

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
  public String command() {
    return "DeleteDomain";
  }

  @Override
  public boolean mutation() {
    return true;
  }

  @Override
  public Answer handle(WireCall call, Transaction transaction) {
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
