package io.domainflow.proof;

import com.zaxxer.hikari.HikariDataSource;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ExternalTaskService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.externaltask.LockedExternalTask;
import org.camunda.bpm.engine.impl.cfg.StandaloneProcessEngineConfiguration;
import org.camunda.bpm.engine.impl.persistence.StrongUuidGenerator;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.builder.AbstractFlowNodeBuilder;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;

/**
 * Runs only the engine, to measure the cost before any work for an order: a process of as many
 * external tasks as a registration has, or the process of a registration itself, whose listeners do
 * nothing here; the tasks wait as long as the registrar takes, or call it as often. Each line of
 * its input is a number of instances, which it completes; it writes a line when it is ready, and
 * one for each number.
 */
final class BareEngine {

  /** What it is given to do. */
  enum Work {
    /** External tasks one after the other, without a variable. */
    CHAIN,
    /** The diagram of a registration with its variables. */
    DIAGRAM,
    /** The same, and each task calls the registrar. */
    CALLS
  }

  private static final String REGISTRATION = "DomainRegistrationProcess";

  /** The tasks of a registration that ask the registrar, in their order. */
  private static final List<String> TASKS =
      List.of(
          "Task_CheckAvailability",
          "Task_PrepareContacts",
          "Task_CheckRegistration",
          "Task_RegisterDomain",
          "Task_ReadBackDomain");

  /** How many calls they make. */
  private static final List<Integer> CALLS = List.of(2, 1, 1, 1, 2);

  private static final Map<String, Map<String, Object>> VARIABLES =
      Map.of(
          "Task_CheckAvailability",
          Map.of(
              "availability", "AVAILABLE",
              "priceToDecide", false,
              "noticeToAccept", false,
              "additionalFieldsMissing", false),
          "Task_RegisterDomain",
          Map.of("registrationPending", false, "renewalModeToSet", false),
          "Task_ReadBackDomain",
          Map.of("registeredAsOrdered", true, "dutyLeft", false, "differenceText", ""));

  private static final Pattern LISTENER = Pattern.compile("delegateExpression=\"\\$\\{(\\w+)}\"");

  private static final int CALLS_AT_A_TIME = 32;
  private static final int CONNECTIONS = 10;

  private final ProcessEngine engine;
  private final Work work;
  private final int registrarMs;
  private final HttpRequest call;
  private final HttpClient http = HttpClient.newHttpClient();
  private final ExecutorService threads =
      Executors.newFixedThreadPool(
          CALLS_AT_A_TIME,
          task -> {
            Thread thread = new Thread(task);
            thread.setDaemon(true);
            return thread;
          });

  private BareEngine(ProcessEngine engine, Work work, int registrarMs, int registrarPort) {
    this.engine = engine;
    this.work = work;
    this.registrarMs = registrarMs;
    this.call =
        HttpRequest.newBuilder(
                URI.create("http://localhost:" + registrarPort + "/sandbox/api/call.cgi"))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(
                HttpRequest.BodyPublishers.ofString(
                    "s_entity=1234&s_login=test.user&s_pw=test.passw0rd"
                        + "&s_command=COMMAND%3DStatusDomain%0ADOMAIN%3Dbare.com"))
            .build();
  }

  /**
   * Starts it.
   *
   * @param arguments JDBC URL, user, {@link Work}, milliseconds that the registrar takes for a
   *     call, the registrar's port
   */
  public static void main(String[] arguments) throws Exception {
    HikariDataSource database = new HikariDataSource();
    database.setJdbcUrl(arguments[0]);
    database.setUsername(arguments[1]);
    database.setPassword("");
    database.setMaximumPoolSize(CONNECTIONS);
    Work work = Work.valueOf(arguments[2]);
    BpmnModelInstance model = work == Work.CHAIN ? chain() : registration();
    StandaloneProcessEngineConfiguration configuration = new StandaloneProcessEngineConfiguration();
    configuration.setDataSource(database);
    configuration.setDatabaseSchemaUpdate("true");
    configuration.setHistoryTimeToLive("P180D");
    // the default; the alternative takes a second connection while it holds one
    configuration.setIdGenerator(new StrongUuidGenerator());
    configuration.setDbMetricsReporterActivate(false);
    configuration.setTaskMetricsEnabled(false);
    configuration.setBeans(withoutEffect(model));
    ProcessEngine engine = configuration.buildProcessEngine();
    engine
        .getRepositoryService()
        .createDeployment()
        .addModelInstance(REGISTRATION + ".bpmn", model)
        .deploy();
    new BareEngine(engine, work, Integer.parseInt(arguments[3]), Integer.parseInt(arguments[4]))
        .obey();
    engine.close();
    database.close();
  }

  private static BpmnModelInstance chain() {
    AbstractFlowNodeBuilder<?, ?> model = Bpmn.createExecutableProcess(REGISTRATION).startEvent();
    for (String task : TASKS) {
      model = model.serviceTask(task).camundaExternalTask("bare");
    }
    return model.endEvent().done();
  }

  private static BpmnModelInstance registration() {
    BpmnModelInstance model =
        Bpmn.readModelFromFile(Path.of("processes", REGISTRATION + ".bpmn").toFile());
    model.getModelElementsByType(ServiceTask.class).stream()
        .filter(task -> task.getCamundaTopic() != null)
        .forEach(task -> task.setCamundaTopic("bare"));
    return model;
  }

  private static Map<Object, Object> withoutEffect(BpmnModelInstance model) {
    ExecutionListener nothing = execution -> {};
    return LISTENER
        .matcher(Bpmn.convertToString(model))
        .results()
        .map(found -> found.group(1))
        .distinct()
        .collect(Collectors.toMap(name -> name, name -> nothing));
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
    ExternalTaskService tasks = engine.getExternalTaskService();
    threads.execute(
        () -> {
          for (int i = 0; i < instances; i++) {
            start();
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
              int step = TASKS.indexOf(task.getActivityId());
              ask(CALLS.get(step));
              tasks.complete(
                  task.getId(),
                  "bare",
                  work == Work.CHAIN
                      ? Map.of()
                      : VARIABLES.getOrDefault(task.getActivityId(), Map.of()));
              if (step == TASKS.size() - 1) {
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

  private void start() {
    UUID order = UUID.randomUUID();
    engine
        .getRuntimeService()
        .startProcessInstanceByKey(
            REGISTRATION,
            "C-" + order,
            work == Work.CHAIN
                ? Map.of()
                : Map.of(
                    "priority",
                    0,
                    "orderId",
                    order.toString(),
                    "orderReference",
                    "C-" + order,
                    "domain",
                    order + ".com",
                    "operation",
                    "REGISTER",
                    "account",
                    "sandbox"));
  }

  private void ask(int calls) {
    if (work != Work.CALLS) {
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos((long) registrarMs * calls));
      return;
    }
    for (int i = 0; i < calls; i++) {
      try {
        int status = http.send(call, HttpResponse.BodyHandlers.ofString()).statusCode();
        if (status != 200) {
          throw new IllegalStateException("the registrar's web server answers " + status);
        }
      } catch (IOException | InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
  }
}
