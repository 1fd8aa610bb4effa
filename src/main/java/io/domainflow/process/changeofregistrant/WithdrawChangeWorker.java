package io.domainflow.process.changeofregistrant;

import io.domainflow.order.ProvisioningOrder;
import io.domainflow.order.RegistrantChange.Withdrawal;
import io.domainflow.order.RegistrantChanges;
import io.domainflow.process.RegistryNews;
import io.domainflow.process.worker.StepResult;
import io.domainflow.process.worker.Worker;
import io.domainflow.registrar.RegistrarGateway;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Withdraws a change because somebody wants that, or wants it sent again another way. What the
 * registrar answers decides nothing: the look that follows at once tells whether the change is
 * gone, or was faster.
 */
@Component
class WithdrawChangeWorker implements Worker.Repeatable<Optional<Void>> {

  static final String TOPIC = "withdraw-change";

  private final ChangeWithdrawal withdrawal;
  private final RegistrantChanges changes;
  private final RegistryNews news;

  WithdrawChangeWorker(ChangeWithdrawal withdrawal, RegistrantChanges changes, RegistryNews news) {
    this.withdrawal = withdrawal;
    this.changes = changes;
    this.news = news;
  }

  @Override
  public String topic() {
    return TOPIC;
  }

  @Override
  public Optional<Void> ask(ProvisioningOrder order, RegistrarGateway registrar) {
    withdrawal.askForCaller(order, registrar);
    return Optional.empty();
  }

  @Override
  public StepResult conclude(ProvisioningOrder order, Optional<Void> asked) {
    changes.withdrawn(order.id(), Withdrawal.CALLER);
    news.tell(order.processInstanceId());
    return StepResult.done(Map.of());
  }
}
