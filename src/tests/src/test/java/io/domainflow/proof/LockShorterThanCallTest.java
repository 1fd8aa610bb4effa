package io.domainflow.proof;

import static io.domainflow.Registrations.freshName;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.domainflow.DomainflowTest;
import io.domainflow.Registrations;
import io.domainflow.WrappedBeans;
import io.domainflow.registrar.Dialect;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.awaitility.Awaitility;
import org.camunda.bpm.engine.ExternalTaskService;
import org.camunda.bpm.engine.externaltask.ExternalTask;
import org.camunda.bpm.engine.externaltask.LockedExternalTask;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;

/**
 * A step whose call takes longer than its lock is still called only once. Settings that would allow
 * that are refused at the start, so here the client exceeds its limit: 5 seconds for a call under a
 * lock of 2. A bare engine ran 20 such steps 144 times.
 */
@DomainflowTest
@Import(LockShorterThanCallTest.PatientDialect.class)
@TestPropertySource(
    properties = {
      "domainflow.ispapi.connect-timeout=PT0.5S",
      "domainflow.ispapi.call-timeout=PT0.9S",
      "domainflow.worker.lock-time=PT2S",
      "domainflow.worker.concurrency=10"
    })
class LockShorterThanCallTest {

  private static final int STEPS = 20;
  private static final int CALL_MS = 5_000;

  private final Registrations registrations;
  private final ExternalTaskService externalTasks;

  @Autowired
  LockShorterThanCallTest(@LocalServerPort int port, ExternalTaskService externalTasks) {
    this.registrations = new Registrations(port);
    this.externalTasks = externalTasks;
  }

  @TestConfiguration
  static class PatientDialect {

    @Bean
    static BeanPostProcessor patience() {
      return WrappedBeans.of(Dialect.class, PatientDialect::patient);
    }

    /** Waits longer for an answer than a step is locked. */
    private static Dialect patient(Dialect dialect) {
      return (Dialect)
          Proxy.newProxyInstance(
              Dialect.class.getClassLoader(),
              new Class<?>[] {Dialect.class},
              (proxy, method, arguments) -> {
                if (method.getName().equals("send")) {
                  arguments[2] = Duration.ofMillis(4L * CALL_MS);
                }
                try {
                  return method.invoke(dialect, arguments);
                } catch (InvocationTargetException e) {
                  throw e.getCause();
                }
              });
    }
  }

  @AfterEach
  void putTheRegistrarBack() {
    registrations.noFaults();
  }

  @Test
  void callsEachStepOnceWhileAnotherNodeWaitsForIt() {
    List<String> domains = new ArrayList<>();
    List<String> references = new ArrayList<>();
    for (int i = 0; i < STEPS; i++) {
      String domain = freshName("com");
      registrations.fault(
          "{'command': 'AddDomain', 'fault': 'DELAY_%d', 'times': 100, 'domain': '%s'}"
              .formatted(CALL_MS, domain));
      domains.add(domain);
      references.add(registrations.place(domain));
    }

    Set<String> reserved = new HashSet<>();
    Set<String> stolen = new HashSet<>();
    Awaitility.await()
        .until(
            () -> {
              stolen.addAll(takeLikeAnotherNode());
              stolen.retainAll(reserved);
              reserved.addAll(reservedSteps());
              return references.stream()
                  .map(registrations::get)
                  .allMatch(order -> order.path("status").asText().equals("COMPLETED"));
            });

    int calls = domains.stream().mapToInt(this::calls).sum();
    Figures.write(
        "lock-shorter-than-call",
        "%d steps, lock 2 s, call %d s: %d calls, %d steps taken by another node (bare engine: 144)"
            .formatted(STEPS, CALL_MS / 1000, calls, stolen.size()));
    assertThat(calls).isEqualTo(STEPS);
    // Checked while the others are executed: a busy machine checks less often.
    assertThat(reserved).hasSizeGreaterThan(STEPS / 2);
    assertThat(stolen).isEmpty();
    for (String domain : domains) {
      assertThat(registrations.ledger(domain)).hasSize(1);
    }
  }

  /** Takes every registration whose lock does not hold, for a moment, as a second node would. */
  private List<String> takeLikeAnotherNode() {
    return externalTasks
        .fetchAndLock(STEPS, "another node")
        .topic("register-domain", 1)
        .execute()
        .stream()
        .map(LockedExternalTask::getId)
        .toList();
  }

  private List<String> reservedSteps() {
    return externalTasks
        .createExternalTaskQuery()
        .topicName("register-domain")
        .locked()
        .list()
        .stream()
        .filter(task -> !task.getWorkerId().equals("another node"))
        .map(ExternalTask::getId)
        .toList();
  }

  private int calls(String domain) {
    return (int)
        registrations.requests("domain=" + domain).stream()
            .map((JsonNode call) -> call.get("command").asText())
            .filter("AddDomain"::equals)
            .count();
  }
}
