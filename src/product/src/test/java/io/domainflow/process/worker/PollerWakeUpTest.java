package io.domainflow.process.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionSynchronizationUtils;

class PollerWakeUpTest {

  private final AtomicInteger woken = new AtomicInteger();

  private final ObjectProvider<ExternalTaskPoller> poller =
      new ObjectProvider<>() {
        @Override
        public void ifAvailable(Consumer<ExternalTaskPoller> wake) {
          woken.incrementAndGet();
        }
      };

  @BeforeEach
  void begin() {
    TransactionSynchronizationManager.initSynchronization();
  }

  @AfterEach
  void nothingIsLeftBehind() {
    assertThat(TransactionSynchronizationManager.getResourceMap()).isEmpty();
  }

  @Test
  void isOneForAllStepsOfATransaction() {
    PollerWakeUp.afterCommit(poller);
    PollerWakeUp.afterCommit(poller);

    commit();

    assertThat(woken).hasValue(1);
  }

  @Test
  void isLeftOutForAStepThatIsLockedAlready() {
    PollerWakeUp.afterCommit(poller);
    PollerWakeUp.oneIsLocked();

    commit();

    assertThat(woken).hasValue(0);
  }

  @Test
  void comesForTheOtherStepsOfThatTransaction() {
    PollerWakeUp.afterCommit(poller);
    PollerWakeUp.afterCommit(poller);
    PollerWakeUp.oneIsLocked();

    commit();

    assertThat(woken).hasValue(1);
  }

  private static void commit() {
    TransactionSynchronizationUtils.triggerAfterCommit();
    TransactionSynchronizationUtils.triggerAfterCompletion(
        TransactionSynchronization.STATUS_COMMITTED);
    TransactionSynchronizationManager.clearSynchronization();
  }
}
