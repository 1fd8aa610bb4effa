package io.domainflow.process.worker;

import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatNoException;

import io.domainflow.registrar.RegistrarProperties;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class WorkerConfigurationTest {

  @Test
  void refusesACallThatCouldOutliveItsLock() {
    assertThatIllegalStateException()
        .isThrownBy(() -> new WorkerConfiguration(worker("PT2M"), registrar("PT5S", "PT1M")))
        .withMessageContaining("domainflow.worker.lock-time")
        .withMessageContaining("more than twice");
  }

  @Test
  void refusesAConnectTimeoutThatLeavesNoTimeForAnAnswer() {
    assertThatIllegalStateException()
        .isThrownBy(() -> new WorkerConfiguration(worker("PT5M"), registrar("PT1M", "PT1M")))
        .withMessageContaining("connect-timeout");
  }

  @Test
  void usesTheDefaults() {
    assertThatNoException()
        .isThrownBy(() -> new WorkerConfiguration(worker("PT5M"), registrar("PT5S", "PT2M")));
  }

  private static WorkerProperties worker(String lockTime) {
    return new WorkerProperties(
        8, Duration.parse(lockTime), Duration.ofSeconds(1), List.of(), Duration.ofMinutes(5));
  }

  private static RegistrarProperties registrar(String connect, String call) {
    return new RegistrarProperties(
        null,
        null,
        null,
        Duration.parse(connect),
        Duration.parse(call),
        Duration.ofSeconds(15),
        Duration.ofMinutes(5));
  }
}
