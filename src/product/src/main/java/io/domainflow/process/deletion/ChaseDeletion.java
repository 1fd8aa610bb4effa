package io.domainflow.process.deletion;

import io.domainflow.order.Orders;
import io.domainflow.order.ProvisioningOrder;
import io.domainflow.order.WaitingFor.Code;
import io.domainflow.order.progress.Deletions;
import io.domainflow.process.task.Decision;
import io.domainflow.process.task.OpenTask;
import io.domainflow.process.task.UserTask;
import io.domainflow.process.task.Waits;
import io.domainflow.process.text.PlainTime;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Chase deletion: the registrar has accepted it, and the name is still there. */
@Component
class ChaseDeletion implements UserTask {

  private final Orders orders;
  private final Deletions deletions;
  private final DeletionWait wait;

  ChaseDeletion(Orders orders, Deletions deletions, DeletionWait wait) {
    this.orders = orders;
    this.deletions = deletions;
    this.wait = wait;
  }

  @Override
  public String id() {
    return "Task_ChaseDeletion";
  }

  @Override
  public Waits waits(OpenTask task) {
    return task.operator(
        Code.DELETION_PENDING,
        "the registrar has accepted the deletion of "
            + task.order().content().domain().unicode()
            + ", and the name is still there; it takes longer than usual, and an operator decides"
            + " whether to keep waiting");
  }

  @Override
  public Map<String, Object> shows(ProvisioningOrder order) {
    return Map.of("requestedAt", PlainTime.of(deletions.get(order.id()).requestedAt()));
  }

  @Override
  public void decided(Decision decision) {
    ProvisioningOrder order = decision.order();
    if (decision.is("GIVE_UP")) {
      orders.recordFailure(order.id(), DeletionFailures.undecided(order));
    } else {
      decision.set(DomainDeletionProcess.REMIND_AT, wait.nextReminder());
    }
  }
}
