package io.domainflow.process.worker;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Wakes the pump once new external tasks have been committed, unless all of them were locked in the
 * same transaction.
 */
public final class PumpWakeUp implements TransactionSynchronization {

  private final ObjectProvider<ExternalTaskPoller> pump;
  private int unlocked;

  private PumpWakeUp(ObjectProvider<ExternalTaskPoller> pump) {
    this.pump = pump;
  }

  /** Says that the current transaction creates an external task. */
  public static void afterCommit(ObjectProvider<ExternalTaskPoller> pump) {
    if (TransactionSynchronizationManager.isSynchronizationActive()) {
      PumpWakeUp wakeUp = current();
      if (wakeUp == null) {
        wakeUp = new PumpWakeUp(pump);
        TransactionSynchronizationManager.bindResource(PumpWakeUp.class, wakeUp);
        TransactionSynchronizationManager.registerSynchronization(wakeUp);
      }
      wakeUp.unlocked++;
    }
  }

  /** Says that one of them is locked already. */
  static void oneIsLocked() {
    PumpWakeUp wakeUp = current();
    if (wakeUp != null) {
      wakeUp.unlocked--;
    }
  }

  private static @Nullable PumpWakeUp current() {
    return (PumpWakeUp) TransactionSynchronizationManager.getResource(PumpWakeUp.class);
  }

  @Override
  public void afterCommit() {
    if (unlocked > 0) {
      pump.ifAvailable(ExternalTaskPoller::wake);
    }
  }

  @Override
  public void afterCompletion(int status) {
    TransactionSynchronizationManager.unbindResource(PumpWakeUp.class);
  }
}
