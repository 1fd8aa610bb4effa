package io.domainflow.proof;

import static io.domainflow.Registrations.freshName;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.domainflow.DomainflowTest;
import io.domainflow.Registrations;
import io.domainflow.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.awaitility.Awaitility;
import org.camunda.bpm.engine.ExternalTaskService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.externaltask.LockedExternalTask;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.builder.AbstractFlowNodeBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/**
 * Measures the speed of registrations, and for comparison that of the bare engine with as many
 * external tasks on the same machine in the same minutes. It prints figures and asserts nothing;
 * run with {@code mvn test -Dtest=RegistrationBenchmark}.
 */
@DomainflowTest
@TestPropertySource(
    properties = {
      TestDatabase.PLANS_AS_DELIVERED + "=true",
      "spring.datasource.hikari.maximum-pool-size=10",
      "domainflow.worker.concurrency=" + RegistrationBenchmark.CONCURRENCY,
      "logging.level.io.domainflow.lineprotocol=error"
    })
class RegistrationBenchmark {

  static final int CONCURRENCY = 32;

  private static final int RUNS = 5;
  private static final int ORDERS = 100;
  private static final int IDLE_ORDERS = 100;
  private static final int REGISTRAR_MS = 200;

  /** Steps of a registration that ask the registrar, and how many calls they make altogether. */
  private static final int STEPS = 5;

  private static final int CALLS = 7;

  private final Registrations registrations;
  private final JdbcClient jdbc;
  private final RepositoryService repository;
  private final RuntimeService runtime;
  private final ExternalTaskService externalTasks;

  @Autowired
  RegistrationBenchmark(
      @LocalServerPort int port,
      JdbcClient jdbc,
      RepositoryService repository,
      RuntimeService runtime,
      ExternalTaskService externalTasks) {
    this.registrations = new Registrations(port);
    this.jdbc = jdbc;
    this.repository = repository;
    this.runtime = runtime;
    this.externalTasks = externalTasks;
  }

  @AfterEach
  void putTheRegistrarBack() {
    registrations.noFaults();
  }

  @Test
  void printsFigures() throws Exception {
    deployBareProcess();
    List<Long> latencies = latencies();
    registrations.fault(
        "{'command': '*', 'fault': 'DELAY_%d', 'times': 1000000, 'domain': '*'}"
            .formatted(REGISTRAR_MS));
    List<Double> ours = new ArrayList<>();
    List<Double> bare = new ArrayList<>();
    for (int run = 0; run < RUNS; run++) {
      ours.add(registrationsPerSecond());
      bare.add(bareInstancesPerSecond());
    }

    Figures.write(
        "benchmark",
        "registrations per second with a registrar of %d ms, 10 database connections, %d calls at a time: median %.1f of %s"
            .formatted(REGISTRAR_MS, CONCURRENCY, median(ours), rounded(ours)),
        "the engine alone, %d external tasks an instance that wait %d ms altogether: median %.1f of %s"
            .formatted(STEPS, CALLS * REGISTRAR_MS, median(bare), rounded(bare)),
        "from the placing of an order to the registrar's first request, idle: p50 %d ms, p99 %d ms of %d"
            .formatted(
                latencies.get(IDLE_ORDERS / 2),
                latencies.get(IDLE_ORDERS * 99 / 100),
                IDLE_ORDERS));
  }

  /** The latencies, sorted. */
  private List<Long> latencies() {
    List<Long> latencies = new ArrayList<>();
    for (int i = 0; i < IDLE_ORDERS; i++) {
      String domain = freshName("com");
      Instant placed = Instant.parse(registrations.now());
      registrations.awaitStatus(registrations.place(domain), "COMPLETED");
      JsonNode first = registrations.requests("domain=" + domain).get(0);
      latencies.add(Duration.between(placed, Instant.parse(first.get("at").asText())).toMillis());
    }
    Collections.sort(latencies);
    return latencies;
  }

  private double registrationsPerSecond() {
    int before = completed();
    long start = System.nanoTime();
    for (int i = 0; i < ORDERS; i++) {
      registrations.place(freshName("com"));
    }
    awaitCount(() -> completed() - before == ORDERS);
    return ORDERS / secondsSince(start);
  }

  private int completed() {
    return jdbc.sql("select count(*) from provisioning_order where status = 'COMPLETED'")
        .query(Integer.class)
        .single();
  }

  private void deployBareProcess() {
    AbstractFlowNodeBuilder<?, ?> model =
        Bpmn.createExecutableProcess("BareProcess").camundaHistoryTimeToLive(1).startEvent();
    for (int step = 0; step < STEPS; step++) {
      model = model.serviceTask("Task_" + step).camundaExternalTask("bare");
    }
    repository
        .createDeployment()
        .addModelInstance("BareProcess.bpmn", model.endEvent().done())
        .deploy();
  }

  private double bareInstancesPerSecond() throws Exception {
    long start = System.nanoTime();
    for (int i = 0; i < ORDERS; i++) {
      runtime.startProcessInstanceByKey("BareProcess");
    }
    ExecutorService threads = Executors.newFixedThreadPool(CONCURRENCY);
    try {
      List<Future<?>> workers = new ArrayList<>();
      for (int i = 0; i < CONCURRENCY; i++) {
        String worker = "bare-" + i;
        workers.add(threads.submit(() -> workBareTasks(worker)));
      }
      for (Future<?> worker : workers) {
        worker.get(5, TimeUnit.MINUTES);
      }
    } finally {
      threads.shutdownNow();
    }
    assertThat(runtime.createProcessInstanceQuery().processDefinitionKey("BareProcess").count())
        .isZero();
    return ORDERS / secondsSince(start);
  }

  private void workBareTasks(String worker) {
    while (externalTasks.createExternalTaskQuery().topicName("bare").count() > 0) {
      List<LockedExternalTask> tasks =
          externalTasks.fetchAndLock(1, worker).topic("bare", 60_000).execute();
      for (LockedExternalTask task : tasks) {
        LockSupport.parkNanos(Duration.ofMillis((long) REGISTRAR_MS * CALLS / STEPS).toNanos());
        externalTasks.complete(task.getId(), worker);
      }
    }
  }

  private static void awaitCount(Callable<Boolean> reached) {
    Awaitility.await()
        .atMost(Duration.ofMinutes(5))
        .pollInterval(Duration.ofMillis(50))
        .until(reached);
  }

  private static double secondsSince(long start) {
    return (System.nanoTime() - start) / 1e9;
  }

  private static double median(List<Double> values) {
    return values.stream().sorted().toList().get(values.size() / 2);
  }

  private static List<String> rounded(List<Double> values) {
    return values.stream().map("%.1f"::formatted).toList();
  }
}
