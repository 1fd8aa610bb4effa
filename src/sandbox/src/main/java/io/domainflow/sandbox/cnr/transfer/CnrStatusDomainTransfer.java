package io.domainflow.sandbox.cnr.transfer;

import io.domainflow.sandbox.ConditionalOnSandbox;
import io.domainflow.sandbox.cnr.CnrDate;
import io.domainflow.sandbox.cnr.CnrHandler;
import io.domainflow.sandbox.cnr.Parameters;
import io.domainflow.sandbox.command.transfer.CnrTransferState;
import io.domainflow.sandbox.command.transfer.Transfers;
import io.domainflow.sandbox.protocol.Answer;
import io.domainflow.sandbox.protocol.Code;
import io.domainflow.sandbox.protocol.ReceivedCommand;
import io.domainflow.sandbox.protocol.Refusal;
import io.domainflow.sandbox.state.Profile;
import io.domainflow.sandbox.state.Transaction;
import io.domainflow.sandbox.stored.name.Step;
import io.domainflow.sandbox.stored.name.Transfer;
import java.time.Clock;
import java.util.Objects;
import org.springframework.stereotype.Component;

@Component
@ConditionalOnSandbox
class CnrStatusDomainTransfer implements CnrHandler {

  private final Transfers transfers;
  private final Clock clock;

  CnrStatusDomainTransfer(Transfers transfers, Clock clock) {
    this.transfers = transfers;
    this.clock = clock;
  }

  @Override
  public Parameters parameters() {
    return Parameters.requiring("DOMAIN");
  }

  @Override
  public Answer handle(ReceivedCommand call, Transaction transaction) {
    Transfer transfer =
        transfers
            .shown(call.domain(), call.account(), transaction)
            .orElseThrow(() -> new Refusal(Code.NOT_FOUND));
    return Answer.of(Code.COMPLETED)
        .with(
            "execute date",
            CnrDate.of(Objects.requireNonNullElse(transfer.dueAt(), transfer.updatedAt())))
        .with("registrar", CnrTransferState.registrar(transfer.losing()))
        .with("requested date", CnrDate.of(transfer.createdAt()))
        .with("requesting registrar", CnrTransferState.requesting(transfer))
        .with(
            "transferlog",
            transfer.steps().stream()
                .filter(step -> !step.at().isAfter(clock.instant()))
                .map(Step::line)
                .toList())
        .with(
            "transferstatus",
            CnrTransferState.of(transfer, call.account(), Profile.of(transaction)));
  }
}
