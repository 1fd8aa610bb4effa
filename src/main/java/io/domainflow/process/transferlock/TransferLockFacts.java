package io.domainflow.process.transferlock;

import io.domainflow.order.ProvisioningOrder;
import io.domainflow.order.TransferLock;
import io.domainflow.order.TransferLocks;
import io.domainflow.process.PlainText;
import io.domainflow.process.TaskFacts;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Shows how the transfer lock is, how it should be, and what the registrar says. */
@Component
class TransferLockFacts implements TaskFacts {

  private final TransferLocks locks;

  TransferLockFacts(TransferLocks locks) {
    this.locks = locks;
  }

  @Override
  public String task() {
    return TransferLockProcess.TASK_SET_TRANSFER_LOCK;
  }

  @Override
  public Map<String, Object> of(ProvisioningOrder order) {
    TransferLock lock = locks.get(order.id());
    return Map.of("lockText", lockText(lock), "reasonText", reason(lock));
  }

  /** How it is and should be. */
  static String lockText(TransferLock lock) {
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
}
