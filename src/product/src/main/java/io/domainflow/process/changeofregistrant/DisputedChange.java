package io.domainflow.process.changeofregistrant;

import io.domainflow.consent.DisputeHold;
import io.domainflow.consent.DisputeHolds;
import io.domainflow.order.OrderEvent.Kind;
import io.domainflow.order.OrderEvents;
import io.domainflow.order.Orders;
import io.domainflow.order.ProvisioningOrder;
import io.domainflow.order.intake.OrderProcess;
import io.domainflow.order.progress.RegistrantChange.Withdrawal;
import io.domainflow.order.progress.RegistrantChanges;
import java.util.Optional;
import org.camunda.bpm.engine.ExternalTaskService;
import org.springframework.stereotype.Component;

/**
 * Withdraws a running change at the registrar when a dispute over the name has been noted in the
 * meantime: the change must no longer be carried out (ICANN's transfer policy, section II.B).
 */
@Component
class DisputedChange {

  private final DisputeHolds holds;
  private final Orders orders;
  private final OrderEvents events;
  private final RegistrantChanges changes;
  private final OrderProcess process;
  private final ExternalTaskService externalTasks;
  private final ChangeWait wait;

  DisputedChange(
      DisputeHolds holds,
      Orders orders,
      OrderEvents events,
      RegistrantChanges changes,
      OrderProcess process,
      ExternalTaskService externalTasks,
      ChangeWait wait) {
    this.holds = holds;
    this.orders = orders;
    this.events = events;
    this.changes = changes;
    this.process = process;
    this.externalTasks = externalTasks;
    this.wait = wait;
  }

  /** Whether the name is disputed. */
  boolean isDisputed(ProvisioningOrder order) {
    return holds.isHeld(order.content().domain());
  }

  /**
   * Requests the withdrawal of a running change, unless that was just requested. The registrar
   * decides: the next check shows whether the change has ended or was carried out first.
   */
  void withdraw(ProvisioningOrder order) {
    // A dispute that is noted at this moment is seen here, or its note finds the order waiting.
    orders.lock(order.id());
    Optional<DisputeHold> dispute = holds.find(order.content().domain());
    if (dispute.isEmpty()
        || wait.withdrawalIsRecent(changes.get(order.id()))
        || isUnderWay(order)) {
      return;
    }
    events.note(order.id(), Kind.WITHDRAWAL_ASKED, "the name is disputed", dispute.get().by());
    changes.withdrawn(order.id(), Withdrawal.DISPUTE);
    process.withdraw(order);
  }

  // A stopped step continues when it is retried; a second one would stop as well.
  private boolean isUnderWay(ProvisioningOrder order) {
    return externalTasks
            .createExternalTaskQuery()
            .processInstanceId(order.processInstanceId())
            .topicName(WithdrawChangeWorker.TOPIC)
            .count()
        > 0;
  }
}
