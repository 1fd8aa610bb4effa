package io.domainflow.process.transferlock;

import io.domainflow.order.ProvisioningOrder;
import io.domainflow.order.domain.TransferLock;
import io.domainflow.order.domain.TransferLocks;
import io.domainflow.process.task.OpenTask;
import io.domainflow.process.task.UserTask;
import io.domainflow.process.task.Waits;
import io.domainflow.process.text.PlainText;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Set transfer lock: it differs from the wanted setting after a change of registrant. The order is
 * usually completed, and does not wait for it.
 */
@Component
class SetTransferLock implements UserTask {

  private final TransferLocks locks;

  SetTransferLock(TransferLocks locks) {
    this.locks = locks;
  }

  @Override
  public String id() {
    return "Task_SetTransferLock";
  }

  @Override
  public Waits waits(OpenTask task) {
    return Waits.nobody(lockText(locks.get(task.order().id())));
  }

  @Override
  public Map<String, Object> shows(ProvisioningOrder order) {
    TransferLock lock = locks.get(order.id());
    return Map.of("lockText", lockText(lock), "reasonText", reason(lock));
  }

  /** The actual and the wanted setting of the lock. */
  private static String lockText(TransferLock lock) {
    return lock.lockedAfterwards()
        ? "The domain should be locked against transfers, but it is open."
        : "The domain should be open for transfers, but it is locked.";
  }

  private static String reason(TransferLock lock) {
    if (lock.refusal() != null) {
      return "The registrar refused to change that: «" + PlainText.of(lock.refusal()) + "»";
    }
    return lock.pending()
        ? "The registrar has taken the change, but it is not carried out yet."
        : "The registrar has taken the change, but it does not show.";
  }

  @Override
  public boolean outlivesItsOrder() {
    return true;
  }
}
