package io.domainflow.process.changeofregistrant;

import io.domainflow.order.ProvisioningOrder;
import io.domainflow.order.progress.RegistrantChanges;
import io.domainflow.process.StepVariables;
import io.domainflow.process.order.RegistryUpdateSignal;
import io.domainflow.process.worker.StepResult;
import io.domainflow.process.worker.Worker;
import io.domainflow.registrar.RegistrarGateway;
import org.springframework.stereotype.Component;

/**
 * Withdraws a change because somebody cancels it, or wants it sent again differently. The
 * registrar's answer decides nothing: the check right after it shows whether the change has ended
 * or was carried out first. An operator whose request was refused is asked again.
 */
@Component
class WithdrawChangeWorker implements Worker.Asking<Boolean> {

  static final String TOPIC = "withdraw-change";

  private final ChangeWithdrawal withdrawal;
  private final RegistrantChanges changes;
  private final RegistryUpdateSignal news;

  WithdrawChangeWorker(
      ChangeWithdrawal withdrawal, RegistrantChanges changes, RegistryUpdateSignal news) {
    this.withdrawal = withdrawal;
    this.changes = changes;
    this.news = news;
  }

  @Override
  public String topic() {
    return TOPIC;
  }

  @Override
  public Boolean ask(ProvisioningOrder order, RegistrarGateway registrar) {
    return withdrawal.askAsRecorded(order, registrar);
  }

  @Override
  public StepResult conclude(ProvisioningOrder order, Boolean asked) {
    if (!asked) {
      changes.stays(order.id());
    }
    news.tell(order.processInstanceId());
    return StepResult.done(StepVariables.of(ChangeOfRegistrantProcess.WITHDRAWAL_REFUSED, !asked));
  }
}
