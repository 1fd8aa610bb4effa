package io.domainflow.process.listener;

import io.domainflow.process.worker.ExternalTaskPoller;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Wakes the pump once a new external task has been committed. */
final class PumpWakeUp {

  private PumpWakeUp() {}

  static void afterCommit(ObjectProvider<ExternalTaskPoller> pump) {
    if (TransactionSynchronizationManager.isSynchronizationActive()) {
      TransactionSynchronizationManager.registerSynchronization(
          new TransactionSynchronization() {
            @Override
            public void afterCommit() {
              pump.ifAvailable(ExternalTaskPoller::wake);
            }
          });
    }
  }
}
