package io.domainflow.process.worker;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Wakes the poller once new external tasks have been committed, unless all of them were locked in
 * the same transaction.
 */
public final class PollerWakeUp implements TransactionSynchronization {

  private final ObjectProvider<ExternalTaskPoller> poller;
  private int unlocked;

  private PollerWakeUp(ObjectProvider<ExternalTaskPoller> poller) {
    this.poller = poller;
  }

  /** Says that the current transaction creates an external task. */
  public static void afterCommit(ObjectProvider<ExternalTaskPoller> poller) {
    if (TransactionSynchronizationManager.isSynchronizationActive()) {
      PollerWakeUp wakeUp = current();
      if (wakeUp == null) {
        wakeUp = new PollerWakeUp(poller);
        TransactionSynchronizationManager.bindResource(PollerWakeUp.class, wakeUp);
        TransactionSynchronizationManager.registerSynchronization(wakeUp);
      }
      wakeUp.unlocked++;
    }
  }

  /** Says that one of them is locked already. */
  static void oneIsLocked() {
    PollerWakeUp wakeUp = current();
    if (wakeUp != null) {
      wakeUp.unlocked--;
    }
  }

  private static @Nullable PollerWakeUp current() {
    return (PollerWakeUp) TransactionSynchronizationManager.getResource(PollerWakeUp.class);
  }

  @Override
  public void afterCommit() {
    if (unlocked > 0) {
      poller.ifAvailable(ExternalTaskPoller::wake);
    }
  }

  @Override
  public void afterCompletion(int status) {
    TransactionSynchronizationManager.unbindResource(PollerWakeUp.class);
  }
}
