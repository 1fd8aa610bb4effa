package io.domainflow.sandbox.command.transfer;

import io.domainflow.sandbox.ConditionalOnSandbox;
import io.domainflow.sandbox.Platform;
import io.domainflow.sandbox.account.Events;
import io.domainflow.sandbox.account.Ledger;
import io.domainflow.sandbox.protocol.Answer;
import io.domainflow.sandbox.state.Transaction;
import io.domainflow.sandbox.stored.name.Transfer;
import java.time.Instant;
import java.util.Arrays;
import org.springframework.stereotype.Component;

/** Informs both sides of a transfer by an event and a line in the object log. */
@Component("sandboxTransferNews")
@ConditionalOnSandbox
class TransferNews {

  private final Ledger ledger;
  private final Events events;

  TransferNews(Ledger ledger, Events events) {
    this.ledger = ledger;
    this.events = events;
  }

  /** Sends an event to both sides. */
  void tell(Transfer transfer, String subclass, Instant at, Transaction transaction) {
    for (String account : Arrays.asList(transfer.gaining(), transfer.losing())) {
      if (account != null && Platform.of(account) == Platform.CNR) {
        events.tellOfTransfer(
            account,
            transfer,
            CnrTransferState.subclass(transfer, account, subclass),
            CnrTransferState.lines(transfer, subclass, at),
            at,
            transaction);
      } else if (!subclass.equals("TRANSFER_FAILED")) {
        events.tellOfTransfer(
            account,
            transfer,
            subclass,
            transfer.internal()
                ? "USERTRANSFER: " + transfer.losing() + " -> " + transfer.gaining()
                : "",
            at,
            transaction);
      }
    }
  }

  /** Adds a line to the object log of both sides. */
  void log(Transfer transfer, String status, Answer answer, Instant at, Transaction transaction) {
    String gaining = transfer.internal() ? "TRANSFER" : "INBOUND_TRANSFER";
    String losing = transfer.internal() ? "TRANSFER" : "OUTBOUND_TRANSFER";
    if (transfer.gaining() != null) {
      ledger.log(
          transfer.gaining(),
          transfer.role(),
          transfer.domain(),
          gaining,
          status,
          answer,
          at,
          transaction);
    }
    if (transfer.losing() != null) {
      ledger.log(transfer.losing(), "", transfer.domain(), losing, status, answer, at, transaction);
    }
  }
}
