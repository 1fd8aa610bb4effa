package io.domainflow.proof;

import com.zaxxer.hikari.HikariDataSource;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.camunda.bpm.engine.ExternalTaskService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.externaltask.LockedExternalTask;
import org.camunda.bpm.engine.impl.cfg.StandaloneProcessEngineConfiguration;
import org.camunda.bpm.engine.impl.persistence.StrongUuidGenerator;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.builder.AbstractFlowNodeBuilder;

/**
 * Runs only the engine, with a process of as many external tasks as a registration has, to measure
 * the cost before any work for an order. Each line of its input is a number of instances, which it
 * completes; it writes a line when it is ready, and one for each number.
 */
final class BareEngine {

  private static final int CALLS_AT_A_TIME = 32;
  private static final int CONNECTIONS = 10;

  private final ProcessEngine engine;
  private final String last;
  private final long pauseNanos;
  private final ExecutorService threads =
      Executors.newFixedThreadPool(
          CALLS_AT_A_TIME,
          task -> {
            Thread thread = new Thread(task);
            thread.setDaemon(true);
            return thread;
          });

  private BareEngine(ProcessEngine engine, String last, long pauseNanos) {
    this.engine = engine;
    this.last = last;
    this.pauseNanos = pauseNanos;
  }

  /**
   * Starts it.
   *
   * @param arguments JDBC URL, user, number of external tasks, milliseconds that each takes
   */
  public static void main(String[] arguments) throws Exception {
    HikariDataSource database = new HikariDataSource();
    database.setJdbcUrl(arguments[0]);
    database.setUsername(arguments[1]);
    database.setPassword("");
    database.setMaximumPoolSize(CONNECTIONS);
    StandaloneProcessEngineConfiguration configuration = new StandaloneProcessEngineConfiguration();
    configuration.setDataSource(database);
    configuration.setDatabaseSchemaUpdate("true");
    configuration.setHistoryTimeToLive("P180D");
    // the default; the alternative takes a second connection while it holds one
    configuration.setIdGenerator(new StrongUuidGenerator());
    configuration.setDbMetricsReporterActivate(false);
    configuration.setTaskMetricsEnabled(false);
    ProcessEngine engine = configuration.buildProcessEngine();
    int tasks = Integer.parseInt(arguments[2]);
    deploy(engine, tasks);
    BareEngine bare =
        new BareEngine(
            engine,
            "Task_" + (tasks - 1),
            TimeUnit.MILLISECONDS.toNanos(Long.parseLong(arguments[3])));
    bare.obey();
    engine.close();
    database.close();
  }

  private static void deploy(ProcessEngine engine, int tasks) {
    AbstractFlowNodeBuilder<?, ?> model = Bpmn.createExecutableProcess("BareProcess").startEvent();
    for (int task = 0; task < tasks; task++) {
      model = model.serviceTask("Task_" + task).camundaExternalTask("bare");
    }
    engine
        .getRepositoryService()
        .createDeployment()
        .addModelInstance("BareProcess.bpmn", model.endEvent().done())
        .deploy();
  }

  private void obey() throws IOException, InterruptedException {
    BufferedReader orders =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    System.out.println("ready");
    for (String line = orders.readLine(); line != null; line = orders.readLine()) {
      work(Integer.parseInt(line));
      System.out.println("done");
    }
  }

  private void work(int instances) throws InterruptedException {
    RuntimeService runtime = engine.getRuntimeService();
    ExternalTaskService tasks = engine.getExternalTaskService();
    threads.execute(
        () -> {
          for (int i = 0; i < instances; i++) {
            runtime.startProcessInstanceByKey("BareProcess");
          }
        });
    AtomicInteger ended = new AtomicInteger();
    Semaphore free = new Semaphore(CALLS_AT_A_TIME - 1);
    while (ended.get() < instances) {
      int room = Math.max(1, free.availablePermits());
      List<LockedExternalTask> locked =
          tasks.fetchAndLock(room, "bare").topic("bare", 60_000).execute();
      for (LockedExternalTask task : locked) {
        free.acquire();
        threads.execute(
            () -> {
              LockSupport.parkNanos(pauseNanos);
              tasks.complete(task.getId(), "bare");
              if (task.getActivityId().equals(last)) {
                ended.incrementAndGet();
              }
              free.release();
            });
      }
      if (locked.isEmpty()) {
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
      }
    }
  }
}
