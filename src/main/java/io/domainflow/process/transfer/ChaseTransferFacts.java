package io.domainflow.process.transfer;

import io.domainflow.order.ProvisioningOrder;
import io.domainflow.order.Transfer;
import io.domainflow.order.Transfers;
import io.domainflow.process.PlainText;
import io.domainflow.process.PlainTime;
import io.domainflow.process.TaskFacts;
import io.domainflow.process.paperwork.PaperWait;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;

/** Shows how a transfer stands that takes long. */
@Component
class ChaseTransferFacts implements TaskFacts {

  private final Transfers transfers;

  ChaseTransferFacts(Transfers transfers) {
    this.transfers = transfers;
  }

  @Override
  public String task() {
    return DomainTransferProcess.TASK_CHASE_TRANSFER;
  }

  @Override
  public Map<String, Object> of(ProvisioningOrder order) {
    Transfer transfer = transfers.get(order.id());
    return Map.of(
        "waitsFor",
        StringUtils.capitalize(
            PlainText.of(
                PaperWait.standing(order).orElseGet(() -> TransferWords.what(order, transfer)))),
        "requestedAt",
        PlainTime.of(transfer.requestedAt()),
        "phaseEndsAt",
        PlainTime.of(transfer.phaseEndsAt()),
        "presentRegistrar",
        transfer.losingRegistrar() == null
            ? "not stated"
            : PlainText.of(transfer.losingRegistrar()));
  }
}
