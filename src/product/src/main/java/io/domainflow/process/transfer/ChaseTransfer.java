package io.domainflow.process.transfer;

import io.domainflow.order.ProvisioningOrder;
import io.domainflow.order.WaitingFor.Code;
import io.domainflow.order.progress.Transfer;
import io.domainflow.order.progress.Transfers;
import io.domainflow.process.paperwork.PaperWait;
import io.domainflow.process.task.Decision;
import io.domainflow.process.task.OpenTask;
import io.domainflow.process.task.UserTask;
import io.domainflow.process.task.Waits;
import io.domainflow.process.text.PlainText;
import io.domainflow.process.text.PlainTime;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;

/** Chase transfer: it is under way at the registrar, and takes longer than usual. */
@Component
class ChaseTransfer implements UserTask {

  private final Transfers transfers;
  private final PaperWait paper;
  private final TransferWait wait;

  ChaseTransfer(Transfers transfers, PaperWait paper, TransferWait wait) {
    this.transfers = transfers;
    this.paper = paper;
    this.wait = wait;
  }

  @Override
  public String id() {
    return "Task_ChaseTransfer";
  }

  @Override
  public Waits waits(OpenTask task) {
    return paper.overdue(task).orElseGet(() -> takesLong(task));
  }

  private Waits takesLong(OpenTask task) {
    Transfer transfer = transfers.get(task.order().id());
    return task.operator(
        TransferWords.code(transfer),
        TransferWords.what(task.order(), transfer)
            + "; it takes longer than usual, and an operator decides whether to keep waiting");
  }

  @Override
  public Map<String, Object> shows(ProvisioningOrder order) {
    Transfer transfer = transfers.get(order.id());
    return Map.of(
        "waitsFor",
        StringUtils.capitalize(
            PlainText.of(
                PaperWait.standing(order).orElseGet(() -> TransferWords.what(order, transfer)))),
        "requestedAt",
        PlainTime.of(transfer.requestedAt()),
        "phaseEndsAt",
        transfer.phaseEndsAt() == null ? "" : PlainTime.of(transfer.phaseEndsAt()),
        "presentRegistrar",
        transfer.losingRegistrar() == null
            ? "not stated"
            : PlainText.of(transfer.losingRegistrar()),
        "resendPossible",
        resendPossible(order));
  }

  private boolean resendPossible(ProvisioningOrder order) {
    return PaperWait.standing(order).isEmpty()
        && TransferWords.code(transfers.get(order.id())) == Code.CONFIRMATION_MAIL;
  }

  @Override
  public void decided(Decision decision) {
    if (decision.is("RESEND") && !resendPossible(decision.order())) {
      throw Decision.refused(
          "The registrant does not have to confirm this transfer, so there is no mail to send again."
              + " Nothing was sent.");
    }
    decision.set(DomainTransferProcess.REMIND_AT, wait.nextReminder());
  }
}
