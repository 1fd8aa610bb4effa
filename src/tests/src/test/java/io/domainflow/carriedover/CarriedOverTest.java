package io.domainflow.carriedover;

import static io.domainflow.carriedover.OrdersCarriedOver.REFUSED;
import static io.domainflow.carriedover.OrdersCarriedOver.accepts;
import static io.domainflow.carriedover.OrdersCarriedOver.codesWithInput;
import static io.domainflow.carriedover.OrdersCarriedOver.instant;
import static io.domainflow.carriedover.OrdersCarriedOver.seen;
import static io.domainflow.carriedover.OrdersCarriedOver.text;
import static io.domainflow.carriedover.OrdersCarriedOver.told;
import static io.domainflow.carriedover.TasksCarriedOver.DECISIONS;
import static io.domainflow.carriedover.TasksCarriedOver.loginFrom;
import static io.domainflow.carriedover.TasksCarriedOver.namesIn;
import static io.domainflow.carriedover.WaitsWithoutOrder.NOBODY_IN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.domainflow.Caller;
import io.domainflow.Caller.Answer;
import io.domainflow.DomainflowApplication;
import io.domainflow.OneApplication;
import io.domainflow.build.BuildSize;
import io.domainflow.carriedover.OrdersCarriedOver.OpenOrder;
import io.domainflow.carriedover.OrdersCarriedOver.OrderBefore;
import io.domainflow.carriedover.TasksCarriedOver.TaskBefore;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.assertj.core.api.SoftAssertions;
import org.camunda.bpm.engine.ExternalTaskService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.TestExecutionListeners;
import org.springframework.test.context.TestExecutionListeners.MergeMode;

/**
 * Orders in every task and every wait of an earlier version continue under this one: each is where
 * it was, people see what they have to decide, and all of them continue.
 */
@SpringBootTest(
    classes = DomainflowApplication.class,
    webEnvironment = WebEnvironment.RANDOM_PORT,
    properties = {
      "domainflow.sandbox.enabled=true",
      "domainflow.account-check.enabled=false",
      "domainflow.transfer-watch.enabled=false",
      "domainflow.webhooks.timeout=PT2S"
    })
@ActiveProfiles("demo")
@ContextConfiguration(initializers = {OneApplication.class, KeptVersion.class})
@TestExecutionListeners(listeners = OneApplication.class, mergeMode = MergeMode.MERGE_WITH_DEFAULTS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@DirtiesContext
class CarriedOverTest {

  private final int port;
  private final Caller admin;
  private final RuntimeService runtime;
  private final ExternalTaskService steps;
  private final JdbcClient jdbc;
  private final OrdersCarriedOver orders;
  private final TasksCarriedOver tasks;

  @Autowired
  CarriedOverTest(
      @LocalServerPort int port,
      RuntimeService runtime,
      TaskService tasks,
      ExternalTaskService steps,
      JdbcClient jdbc) {
    this.port = port;
    this.admin = new Caller(port, "admin");
    this.runtime = runtime;
    this.steps = steps;
    this.jdbc = jdbc;
    this.orders = new OrdersCarriedOver(port);
    this.tasks = new TasksCarriedOver(port, tasks, jdbc);
  }

  @Test
  @Order(0)
  void everyWaitOfTheModelsHadSomebodyInItOrHasAReason() {
    Set<Wait> without = Wait.ofTheModels();
    without.removeAll(Wait.in(jdbc, KeptVersion.BEFORE));

    assertThat(without)
        .as("waits that nobody was in")
        .map(Wait::toString)
        .containsExactlyInAnyOrderElementsOf(NOBODY_IN.keySet());
  }

  @Test
  @Order(1)
  void everyOrderIsWhereItWas() {
    Map<String, JsonNode> now = orders.byReference();
    List<OrderBefore> before =
        jdbc.sql(
                """
                select *,
                  case status when 'COMPLETED' then outcome_code end as outcome,
                  case status when 'FAILED' then failure_reason end as failure
                from before.provisioning_order
                """)
            .query(
                (row, n) ->
                    new OrderBefore(
                        row.getString("reference"),
                        row.getString("status"),
                        told(row),
                        row.getString("waiting_code"),
                        instant(row.getTimestamp("waiting_until")),
                        row.getString("waiting_task_id"),
                        row.getString("outcome"),
                        row.getString("failure"),
                        row.getString("charged")))
            .list();

    assertThat(before).hasSizeGreaterThan(300);
    assertThat(before)
        .allSatisfy(
            order -> {
              OrderBefore seen = seen(now.get(order.reference()));
              assertThat(seen).isEqualTo(order.lookedAtSince(seen.until()));
            });
  }

  /**
   * Members with invalid values change nothing, and show whether the members themselves are
   * accepted.
   */
  @Test
  @Order(1)
  void everyOrderTakesTheInputThatItSays() {
    Map<String, JsonNode> oneOfEach = new TreeMap<>();
    orders.byReference().values().stream()
        .filter(order -> order.get("waitingFor").isObject())
        .forEach(
            order ->
                oneOfEach.put(
                    text(order, "/operation") + " " + text(order, "/waitingFor/code"), order));
    Set<String> members = new TreeSet<>();
    oneOfEach.values().forEach(order -> members.addAll(accepts(order)));

    SoftAssertions all = new SoftAssertions();
    oneOfEach.forEach(
        (kind, order) ->
            all.assertThat(takenOf(order, members))
                .as(kind)
                .containsExactlyInAnyOrderElementsOf(accepts(order)));
    all.assertAll();
    assertThat(oneOfEach.values().stream().filter(order -> !accepts(order).isEmpty()))
        .extracting(order -> text(order, "/waitingFor/code"))
        .as("whatever can be given, some order waits for")
        .containsAll(codesWithInput());
  }

  // An update refuses sections that it is not about only if their values are valid.
  private Set<String> takenOf(JsonNode order, Set<String> members) {
    Set<String> taken = orders.taken(order, members);
    if (text(order, "/operation").equals("UPDATE")) {
      taken.retainAll(accepts(order));
    }
    return taken;
  }

  private record Place(String instance, String activity) {}

  @Test
  @Order(2)
  void everyInstanceIsWhereItWas() {
    Map<String, Set<String>> before =
        jdbc
            .sql(
                """
                select proc_inst_id_, act_id_ from before.act_ru_execution
                where act_id_ is not null and is_active_
                """)
            .query((row, n) -> new Place(row.getString(1), row.getString(2)))
            .list()
            .stream()
            .collect(
                Collectors.groupingBy(
                    Place::instance,
                    Collectors.mapping(Place::activity, Collectors.toCollection(TreeSet::new))));

    assertThat(before).hasSizeGreaterThan(100);
    // A check may have become due while the application started; it returns to its wait.
    await()
        .untilAsserted(
            () ->
                assertThat(before)
                    .allSatisfy(
                        (instance, activities) ->
                            assertThat(new TreeSet<>(runtime.getActiveActivityIds(instance)))
                                .isEqualTo(activities)));
    assertThat(runtime.createIncidentQuery().count())
        .isEqualTo(
            jdbc.sql("select count(*) from before.act_ru_incident").query(Long.class).single());
  }

  @Test
  @Order(2)
  void everyNameHasItsOwner() {
    String owners = "select account, domain, owner, since from %s.domain_owner order by 1, 2";

    List<Map<String, Object>> before = jdbc.sql(owners.formatted("before")).query().listOfRows();

    assertThat(before).extracting(name -> name.get("owner")).contains("billing", "billing2");
    assertThat(jdbc.sql(owners.formatted("public")).query().listOfRows()).isEqualTo(before);
  }

  @Test
  @Order(3)
  void everyTaskShowsWhatThereIsToDecideOn() {
    SoftAssertions all = new SoftAssertions();
    for (TaskBefore task :
        BuildSize.choose(tasks.oneOfEachKind(), tasks.before(), tasks.before())) {
      Caller person = new Caller(port, loginFrom(task.group()));
      String path = "/engine-rest/task/" + task.id();
      Answer form = person.get(path + "/deployed-form");
      Answer shown = person.get(path + "/form-variables");
      all.assertThat(form.status()).as(task + " form").isEqualTo(200);
      all.assertThat(shown.status()).as(task + " shows").isEqualTo(200);
      Set<String> values = new TreeSet<>();
      shown.body().fieldNames().forEachRemaining(values::add);
      all.assertThat(values).as(task.toString()).containsAll(namesIn(form.body()));
    }
    all.assertAll();
  }

  @Test
  @Order(4)
  void oneTaskOfEachKindIsDone() {
    Map<String, String> expected = new TreeMap<>();
    Map<String, TaskBefore> done = new TreeMap<>();
    DECISIONS
        .lines()
        .map(line -> line.split(" *\\| *", -1))
        .forEach(
            row -> {
              TaskBefore task = tasks.undone(row[0]);
              tasks.submit(task, row[1]);
              done.put(row[0], task);
              expected.put(row[0], row[2]);
            });

    assertThat(done.keySet()).isEqualTo(tasks.kinds());
    await()
        .untilAsserted(
            () -> {
              Map<String, String> now = new TreeMap<>();
              done.forEach((kind, task) -> now.put(kind, tasks.stands(task)));
              assertThat(now).isEqualTo(expected);
            });
  }

  @Test
  @Order(5)
  void oneOrderOfEachKindIsCancelled() {
    List<OpenOrder> oneOfEach =
        jdbc.sql(
                """
                select distinct on (old.operation, old.waiting_code)
                  old.reference, old.operation || ' ' || old.waiting_code as kind
                from before.provisioning_order old
                join provisioning_order present
                  on present.id = old.id and present.status = old.status
                    and present.waiting_code = old.waiting_code
                where old.status = 'WAITING'
                order by old.operation, old.waiting_code, old.created_at desc
                """)
            .query(OpenOrder.class)
            .list();

    Set<String> refused = new TreeSet<>();
    List<OpenOrder> cancelled = new ArrayList<>();
    for (OpenOrder order : oneOfEach) {
      Answer answer = admin.postExactly("/api/v1/orders/" + order.reference() + "/cancel", "");
      if (answer.status() == 409) {
        refused.add(order.kind());
      } else {
        assertThat(answer.status()).as(order + ": " + answer.body()).isEqualTo(200);
        cancelled.add(order);
      }
    }

    assertThat(oneOfEach).hasSizeGreaterThan(30);
    assertThat(refused).isEqualTo(REFUSED);
    await()
        .untilAsserted(
            () -> {
              Map<String, JsonNode> now = orders.byReference();
              assertThat(cancelled)
                  .allSatisfy(
                      order ->
                          assertThat(text(now.get(order.reference()), "/status"))
                              .isEqualTo("CANCELLED"));
            });
  }

  @Test
  @Order(6)
  void everyInterruptedStepIsCompleted() {
    long incidents = runtime.createIncidentQuery().count();
    List<String> stopped =
        jdbc.sql("select id_ from before.act_ru_ext_task where retries_ is null")
            .query(String.class)
            .list();

    steps
        .createExternalTaskQuery()
        .workerId("dead-node")
        .list()
        .forEach(step -> steps.unlock(step.getId()));

    assertThat(stopped).hasSizeGreaterThan(60);
    await()
        .untilAsserted(
            () ->
                assertThat(
                        steps
                            .createExternalTaskQuery()
                            .externalTaskIdIn(Set.copyOf(stopped))
                            .list())
                    // a restore whose name the registry has released meanwhile is for a person
                    .allSatisfy(
                        step ->
                            assertThat(step.getErrorMessage())
                                .contains("the name is neither deleted nor in the account")));
    assertThat(runtime.createIncidentQuery().count()).isEqualTo(incidents);
  }
}
