package io.domainflow.sandbox.command.transfer;

import io.domainflow.sandbox.ConditionalOnSandbox;
import io.domainflow.sandbox.account.Ledger;
import io.domainflow.sandbox.protocol.ReceivedCommand;
import io.domainflow.sandbox.state.Profile;
import io.domainflow.sandbox.state.Table;
import io.domainflow.sandbox.state.Transaction;
import io.domainflow.sandbox.stored.name.RegisteredName;
import io.domainflow.sandbox.stored.name.Transfer;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Pushes names to another registrar or back to their registry. */
@Component("sandboxPushes")
@ConditionalOnSandbox
public class Pushes {

  private final Transfers transfers;
  private final Arrivals arrivals;
  private final Ledger ledger;

  Pushes(Transfers transfers, Arrivals arrivals, Ledger ledger) {
    this.transfers = transfers;
    this.arrivals = arrivals;
    this.ledger = ledger;
  }

  /** Pushes a name of the calling account. */
  public void push(
      RegisteredName name,
      String target,
      ReceivedCommand call,
      String command,
      Instant at,
      Transaction transaction) {
    if (Profile.of(transaction) == Profile.A) {
      transfers.succeed(transfer(name, target, at, transaction), at, transaction);
    } else {
      transaction.put(Table.NAMES, arrivals.moved(name, null, 0, at, transaction));
    }
    ledger.record(call, command, name.domain(), BigDecimal.ZERO, at, transaction);
  }

  private static Transfer transfer(
      RegisteredName name, String target, Instant at, Transaction transaction) {
    return new Transfer(
        name.domain(),
        3_610_000 + transaction.next("transfer"),
        null,
        name.account(),
        "",
        "PENDING",
        at,
        at,
        0,
        BigDecimal.ZERO,
        "EUR",
        true,
        Duration.ZERO,
        true,
        null,
        at,
        Map.of(),
        List.of(),
        Map.of(),
        List.of(),
        target);
  }
}
