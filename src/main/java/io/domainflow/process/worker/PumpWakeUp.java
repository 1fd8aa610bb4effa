package io.domainflow.process.worker;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Wakes the pump once a new external task has been committed, unless it was locked in the same
 * transaction.
 */
public final class PumpWakeUp {

  private PumpWakeUp() {}

  /** Wakes the pump after the commit of the current transaction. */
  public static void afterCommit(ObjectProvider<ExternalTaskPoller> pump) {
    if (TransactionSynchronizationManager.isSynchronizationActive()) {
      TransactionSynchronizationManager.registerSynchronization(
          new TransactionSynchronization() {
            @Override
            public void afterCommit() {
              if (!TransactionSynchronizationManager.hasResource(PumpWakeUp.class)) {
                pump.ifAvailable(ExternalTaskPoller::wake);
              }
            }
          });
    }
  }

  /** Does not wake the pump after the current transaction: nothing is left for it. */
  static void isNotNeeded() {
    TransactionSynchronizationManager.bindResource(PumpWakeUp.class, true);
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void afterCompletion(int status) {
            TransactionSynchronizationManager.unbindResource(PumpWakeUp.class);
          }
        });
  }
}
