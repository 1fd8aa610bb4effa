package io.domainflow.analysis;

import static io.domainflow.Registrations.freshName;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.domainflow.Caller;
import io.domainflow.Caller.Answer;
import io.domainflow.DomainflowTest;
import io.domainflow.Registrations;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The history of processes, steps and people's actions can be read without SQL. */
@DomainflowTest
class ProcessHistoryTest {

  private static final String REGISTRATION = "DomainRegistrationProcess";
  private static final String INSTANCES = "/api/v1/processes/" + REGISTRATION + "/instances";
  private static final String HEAT = "/api/v1/processes/" + REGISTRATION + "/heat";

  private final Registrations registrations;
  private final Caller admin;
  private final Caller analyst;
  private final Caller operator;
  private final Caller billing;
  private final DayCounting days;
  private final JdbcClient jdbc;

  @Autowired
  ProcessHistoryTest(@LocalServerPort int port, DayCounting days, JdbcClient jdbc) {
    this.registrations = new Registrations(port);
    this.admin = new Caller(port, "admin");
    this.analyst = new Caller(port, "analyst");
    this.operator = new Caller(port, "operator");
    this.billing = new Caller(port, "billing");
    this.days = days;
    this.jdbc = jdbc;
  }

  @AfterEach
  void repair() {
    mend();
    registrations.noFaults();
  }

  private void mend() {
    jdbc.sql("alter table act_ru_ext_task drop constraint if exists broken").update();
  }

  @Test
  void endedInstancesAreFoundByNameReferenceAndState() {
    String name = freshName("com");
    String label = name.substring(0, name.indexOf('.'));
    String good = registrations.place(name);
    registrations.awaitStatus(good, "COMPLETED");
    String taken = label + "-taken.com";
    registrations.registry("{'domain': '%s', 'owner': 'OTHER_REGISTRAR'}".formatted(taken));
    String failed = registrations.place(taken);
    registrations.awaitStatus(failed, "FAILED");
    String cancelled = registrations.place(label + "-cancelled.ca");
    registrations.awaitStatus(cancelled, "WAITING");
    registrations.cancel(cancelled);
    String running = registrations.place(label + "-running.ca");
    registrations.awaitStatus(running, "WAITING");

    String ours = "domain=" + label + "*";
    assertThat(references(ours)).containsExactly(cancelled, failed, good);
    assertThat(references(ours + "&state=COMPLETED")).containsExactly(good);
    assertThat(references(ours + "&state=FAILED")).containsExactly(failed);
    assertThat(references(ours + "&state=CANCELLED")).containsExactly(cancelled);
    assertThat(references(ours + "&state=RUNNING")).containsExactly(running);
    assertThat(references("domain=*" + label + "-taken.com")).containsExactly(failed);
    assertThat(references("domain=" + name)).containsExactly(good);
    assertThat(references("reference=" + failed)).containsExactly(failed);
    assertThat(references(ours + "&state=FAILED&limit=1")).containsExactly(failed);
    assertThat(references("reference=none-" + failed)).isEmpty();
    String today = registrations.now().substring(0, 10);
    assertThat(references(ours + "&endedFrom=" + today + "&endedTo=" + today)).isNotEmpty();
    assertThat(references(ours + "&endedTo=2020-01-01")).isEmpty();

    JsonNode completed = analyst.get(INSTANCES + "?reference=" + good).body().at("/instances/0");
    JsonNode order = registrations.get(good);
    assertThat(completed.get("id")).isEqualTo(order.get("processInstanceId"));
    assertThat(completed.get("order")).isEqualTo(order.get("id"));
    assertThat(completed.get("state").asText()).isEqualTo("COMPLETED");
    assertThat(completed.get("domain").asText()).isEqualTo(name);
    assertThat(completed.get("account").asText()).isEqualTo("sandbox");
    assertThat(completed.get("operation").asText()).isEqualTo("REGISTER");
    assertThat(completed.get("outcome").asText()).isEqualTo("registered");
    assertThat(completed.get("tookSeconds").asDouble()).isPositive();
    assertThat(Instant.parse(completed.get("endedAt").asText()))
        .isAfter(Instant.parse(completed.get("startedAt").asText()));
    assertThat(analyst.get(INSTANCES + "?reference=" + failed).body().at("/instances/0/outcome"))
        .isEqualTo(registrations.get(failed).at("/failure/message"));

    String version =
        jdbc.sql("select proc_def_id_ from act_hi_procinst where id_ = :id")
            .param("id", completed.get("id").asText())
            .query(String.class)
            .single();
    assertThat(
            analyst
                .get("/api/v1/processes/" + version + "/instances?" + ours)
                .body()
                .get("instances"))
        .hasSize(3);
    registrations.cancel(running);
  }

  @Test
  void pagesFollowEachOther() {
    String label = freshName("com").replace(".com", "");
    List<String> placed = new ArrayList<>();
    for (String tld : List.of("com", "net", "org")) {
      String reference = registrations.place(label + "." + tld);
      registrations.awaitStatus(reference, "COMPLETED");
      placed.add(0, reference);
    }

    String query = INSTANCES + "?limit=2&domain=" + label + "*";
    JsonNode first = analyst.get(query).body();
    JsonNode second = analyst.get(query + "&after=" + first.get("next").asText()).body();

    assertThat(
            Stream.of(first, second).flatMap(page -> page.findValuesAsText("reference").stream()))
        .containsExactlyElementsOf(placed);
    assertThat(second.get("next").isNull()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "limit=101, limit",
    "limit=0, limit",
    "state=LOST, state",
    "domain=a b, domain",
    "domain=*%25*, domain",
    "endedFrom=yesterday, endedFrom",
    "after=nonsense, after",
    "state=RUNNING&endedFrom=2026-01-01, endedFrom",
    "stat=FAILED, stat"
  })
  void refusesWhatItDoesNotKnow(String query, String field) {
    Answer answer = analyst.get(INSTANCES + "?" + query.replace(" ", "%20"));

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.body().at("/errors/0/field").asText()).isEqualTo(field);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "from=2026-01-02&to=2026-01-01",
        "from=2025-01-01&to=2026-01-02",
        "from=2026-13-01",
        "from=2999-01-01",
        "version=1"
      })
  void refusesInvalidPeriods(String query) {
    assertThat(analyst.get(HEAT + "?" + query).status()).isEqualTo(400);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/v1/processes/NoProcess/instances",
        "/api/v1/processes/NoProcess:1:x/heat",
        "/api/v1/process-instances/nothing/audit",
        "/api/v1/failed-steps/nothing"
      })
  void saysWhatIsNotThere(String path) {
    assertThat(analyst.get(path).status()).isEqualTo(404);
    assertThat(billing.get(path).status()).isEqualTo(403);
  }

  @Test
  void heatIsTheSameBeforeAndAfterTheDayIsCounted() {
    String reference = registrations.place(freshName("com"));
    registrations.awaitStatus(reference, "COMPLETED");
    String day = registrations.now().substring(0, 10);
    String period = "?from=" + day + "&to=" + day;
    assertThat(analyst.get(HEAT + period).body().get("activities"))
        .anySatisfy(
            activity -> {
              assertThat(activity.get("activity").asText()).isEqualTo("Task_RegisterDomain");
              assertThat(activity.get("step").asText()).isEqualTo("Register domain");
              assertThat(activity.get("finished").asInt()).isPositive();
              assertThat(activity.get("medianSeconds").asDouble())
                  .isLessThanOrEqualTo(activity.get("totalSeconds").asDouble());
            });
    days.startOver();
    registrations.advance("P2D");
    JsonNode read = activities(period);

    days.countFinishedDays();

    assertThat(counted(day)).isPositive();
    assertThat(activities(period)).isEqualTo(read);
    days.countFinishedDays();
    assertThat(activities(period)).isEqualTo(read);
  }

  @Test
  void daysThatComeAgainAfterTheClockWasSetBackAreCountedAgain() {
    registrations.awaitStatus(registrations.place(freshName("com")), "COMPLETED");
    String day = registrations.now().substring(0, 10);
    registrations.advance("P2D");
    days.countFinishedDays();
    int before = counted(day);
    jdbc.sql(
            """
            insert into activity_day
            select :today::date + 3, proc_def_id, activity, duration_class, 7, 0, 777777777
            from activity_day where day = :day::date
            """)
        .param("today", registrations.now())
        .param("day", day)
        .update();
    jdbc.sql("update figures_counted set before = :today::date + 4")
        .param("today", registrations.now())
        .update();

    days.countFinishedDays();

    String later = registrations.now().substring(0, 10);
    assertThat(jdbc.sql("select before from figures_counted").query(String.class).single())
        .isEqualTo(later);
    assertThat(counted(day)).isEqualTo(before).isPositive();
    registrations.awaitStatus(registrations.place(freshName("com")), "COMPLETED");
    registrations.advance("P5D");
    days.countFinishedDays();
    assertThat(counted(later)).isPositive();
    assertThat(
            jdbc.sql("select count(*) from activity_day where millis = 777777777")
                .query(Integer.class)
                .single())
        .isZero();
  }

  @Test
  void heatKnowsWhatIsBeingCarriedOut() {
    String reference = registrations.place(freshName("ca"));
    registrations.awaitStatus(reference, "WAITING");

    assertThat(analyst.get(HEAT).body().get("activities"))
        .anySatisfy(
            activity -> {
              assertThat(activity.get("activity").asText())
                  .isEqualTo("Task_CollectAdditionalFields");
              assertThat(activity.get("running").asInt()).isPositive();
            });
    registrations.cancel(reference);
  }

  @Test
  void auditShowsWhoApprovedAndWhatTheRegistrarWasAsked() {
    JsonNode order = approvedByAPerson("the holder is Ada Example");
    String instance = order.get("processInstanceId").asText();

    List<JsonNode> entries = audit(analyst, instance);

    assertThat(entries)
        .anySatisfy(
            entry -> {
              assertThat(entry.get("kind").asText()).isEqualTo("PERSON");
              assertThat(entry.get("by").asText()).isEqualTo("operator");
              assertThat(entry.get("text").asText()).contains("APPROVE");
            })
        .anySatisfy(
            entry -> {
              assertThat(entry.get("kind").asText()).isEqualTo("CALL");
              assertThat(entry.get("command").asText()).isEqualTo("AddDomainApplication");
              assertThat(entry.get("code").asInt()).isEqualTo(200);
              assertThat(entry.get("text").asText())
                  .isEqualTo("AddDomainApplication: 200 Command completed successfully");
              assertThat(entry.get("tookSeconds").asDouble()).isPositive();
            })
        .anySatisfy(
            entry -> {
              assertThat(entry.get("kind").asText()).isEqualTo("TASK");
              assertThat(entry.get("text").asText())
                  .isEqualTo("The task «Decide on price» was done.");
              assertThat(entry.get("by").asText()).isEqualTo("operator");
              assertThat(entry.get("tookSeconds").asDouble()).isPositive();
            })
        .anySatisfy(
            entry -> {
              assertThat(entry.get("text").asText()).isEqualTo("Took the task «Decide on price».");
              assertThat(entry.get("by").asText()).isEqualTo("operator");
            });
    assertThat(entries).extracting(entry -> Instant.parse(entry.get("at").asText())).isSorted();
    JsonNode whole = analyst.get("/api/v1/process-instances/" + instance + "/audit").body();
    assertThat(whole.get("order")).isEqualTo(order.get("id"));
    assertThat(whole.get("process").asText()).isEqualTo(REGISTRATION);
    assertThat(whole.get("reference")).isEqualTo(order.get("reference"));
  }

  @Test
  void analystsDoNotSeeWhatPeopleWrote() {
    JsonNode order = approvedByAPerson("the holder is Ada Example");
    String instance = order.get("processInstanceId").asText();
    String timeline = "/api/v1/orders/" + order.get("reference").asText() + "/timeline";
    String task =
        jdbc.sql("select id_ from act_hi_taskinst where proc_inst_id_ = :id")
            .param("id", instance)
            .query(String.class)
            .single();

    assertThat(comment(audit(operator, instance))).isEqualTo("the holder is Ada Example");
    assertThat(comment(audit(analyst, instance))).isEqualTo("a comment, not shown to analysts");
    assertThat(analyst.get(timeline).response().body())
        .contains("a comment, not shown to analysts")
        .doesNotContain("Ada");
    assertThat(operator.get(timeline).response().body()).contains("the holder is Ada Example");
    for (String path :
        List.of(
            "/engine-rest/task/" + task + "/comment",
            "/engine-rest/process-instance/" + instance + "/comment",
            "/engine-rest/engine/default/process-instance/" + instance + "/comment")) {
      Answer answer = analyst.get(path);
      assertThat(answer.status()).as(path).isEqualTo(403);
      assertThat(answer.response().body()).contains("not shown to analysts");
      assertThat(admin.get(path).status()).as(path).isEqualTo(200);
    }
    assertThat(
            analyst.get("/api/v1/orders/" + order.get("id").asText() + "/claims-notice").status())
        .isEqualTo(403);
  }

  @Test
  void analystsDoNotSeeACallersMetadata() {
    String reference =
        registrations.place(freshName("com"), ", 'metadata': {'customer': 'Ada Example'}");
    String order = "/api/v1/orders/" + reference;

    assertThat(operator.get(order).body().at("/metadata/customer").asText())
        .isEqualTo("Ada Example");
    assertThat(analyst.get(order).body().at("/metadata/customer").asText())
        .isEqualTo("not shown to analysts");
    assertThat(analyst.get("/api/v1/orders?reference=" + reference).response().body())
        .contains("customer")
        .doesNotContain("Ada");
    assertThat(analyst.get("/api/v1/orders?metadata=customer:Ada%20Example").status())
        .isEqualTo(400);
    registrations.awaitStatus(reference, "COMPLETED");
  }

  @Test
  void analystsDoNotSeeWhatAFormShows() {
    String reference = registrations.place(freshName("ca"));
    String task = registrations.awaitStatus(reference, "WAITING").at("/waitingFor/taskId").asText();

    assertThat(analyst.get("/engine-rest/task/" + task).status()).isEqualTo(200);
    assertThat(analyst.get("/engine-rest/task/" + task + "/form-variables").status())
        .isEqualTo(403);
    assertThat(operator.get("/engine-rest/task/" + task + "/form-variables").status())
        .isEqualTo(200);
    registrations.cancel(reference);
  }

  @Test
  void aCalledProcessHasAnAuditOfItsOwn() {
    String name = freshName("com");
    registrations.registry(
        ("{'domain': '%s', 'owner': 'OURS', 'expires': '-P50D', 'next': [{'command':"
                + " 'RestoreDomain', 'after': 'P12D', 'outcome': 'SUCCESSFUL'}]}")
            .formatted(name));
    registrations.happen(name, "DELETED_ELSEWHERE");
    String expiry =
        Instant.parse(registrations.now()).minusSeconds(50 * 86_400L).toString().substring(0, 10);
    String reference =
        registrations.placeRenewal(
            name, "1Y", expiry, ", 'acceptPrice': {'amount': '500.00', 'currency': 'EUR'}");
    JsonNode order = registrations.awaitWaitingFor(reference, "RESTORE_AT_REGISTRY");
    String calling = order.get("processInstanceId").asText();

    String called =
        audit(analyst, calling).stream()
            .filter(entry -> entry.get("text").asText().endsWith("was called."))
            .map(entry -> entry.get("instance").asText())
            .findFirst()
            .orElseThrow();

    JsonNode own = analyst.get("/api/v1/process-instances/" + called + "/audit").body();
    assertThat(own.get("caller").asText()).isEqualTo(calling);
    assertThat(own.get("order")).isEqualTo(order.get("id"));
    await()
        .untilAsserted(
            () ->
                assertThat(audit(analyst, called))
                    .extracting(entry -> entry.get("command").asText())
                    .contains("RestoreDomain"));
    assertThat(
            analyst
                .get(
                    "/api/v1/processes/"
                        + own.get("process").asText()
                        + "/instances"
                        + "?state=RUNNING&domain="
                        + name)
                .body()
                .get("instances"))
        .singleElement()
        .satisfies(instance -> assertThat(instance.get("order")).isEqualTo(order.get("id")));
    registrations.cancel(reference);
  }

  @Test
  void aProcessOfAnAccountShowsWhatItAsked() {
    balance("3.00");
    String reference = registrations.place(freshName("com"));
    String task =
        registrations
            .await(reference, order -> order.at("/waitingFor/taskId").isTextual())
            .at("/waitingFor/taskId")
            .asText();
    String instance =
        analyst
            .get("/api/v1/processes/AccountOutOfCreditProcess/instances?state=RUNNING")
            .body()
            .at("/instances/0/id")
            .asText();

    await()
        .untilAsserted(
            () ->
                assertThat(audit(analyst, instance))
                    .extracting(entry -> entry.get("text").asText())
                    .contains("StatusAccount: 200 Command completed successfully"));

    balance("1000000.00");
    registrations.decide(task, "TOPPED_UP");
    registrations.awaitStatus(reference, "COMPLETED");
  }

  private void balance(String amount) {
    registrations.account("{'login': 'test.user', 'balance': '%s'}".formatted(amount));
  }

  @Test
  void stepsThatFailedForTheSameReasonAreRetriedTogether() {
    List<String> names = List.of(freshName("com"), freshName("com"));
    names.forEach(
        name ->
            registrations.fault(
                "{'command': 'CheckDomains', 'fault': 'CODE_599', 'times': 1000, 'domain': '%s'}"
                    .formatted(name)));
    List<String> references = names.stream().map(registrations::place).toList();
    registrations.advance("P5D");
    references.forEach(
        one ->
            assertThat(
                    audit(
                        analyst,
                        registrations
                            .awaitWaitingFor(one, "TECHNICAL_PROBLEM")
                            .get("processInstanceId")
                            .asText()))
                .filteredOn(entry -> entry.get("wentWrong").asBoolean())
                .extracting(entry -> entry.get("text").asText())
                .contains("CheckDomains: 599, a code that is not documented"));
    String pending = freshName("com");
    registrations.registry(
        ("{'domain': '%s', 'owner': 'FREE', 'next': [{'command': 'AddDomain', 'after': 'P30D',"
                + " 'outcome': 'SUCCESSFUL'}]}")
            .formatted(pending));
    String waiting = registrations.place(pending);
    String instance =
        registrations
            .awaitWaitingFor(waiting, "REGISTRATION_PENDING")
            .get("processInstanceId")
            .asText();
    // the timer after which the registrar would be asked cannot store that
    jdbc.sql(
            "alter table act_ru_ext_task add constraint broken check (proc_inst_id_ <> '%s')"
                .formatted(instance))
        .update();
    registrations.advance("P2DT10H");
    registrations.awaitWaitingFor(waiting, "TECHNICAL_PROBLEM");

    JsonNode registrar = preview(references.get(0));
    JsonNode timers = preview(waiting);

    assertThat(registrar.at("/group/step").asText()).isEqualTo("Check availability");
    assertThat(registrar.at("/group/state").asText()).isEqualTo("STOPPED");
    assertThat(registrar.at("/group/what").asText()).contains("599");
    assertThat(registrar.at("/failed").findValuesAsText("reference")).containsAll(references);
    assertThat(registrar.at("/failed").findValuesAsText("domain")).containsAll(names);
    assertThat(registrar.at("/failed").findValuesAsText("kind")).containsOnly("EXTERNAL_TASK");
    assertThat(timers.at("/failed").findValuesAsText("kind")).containsOnly("JOB");
    assertThat(timers.at("/group/key")).isNotEqualTo(registrar.at("/group/key"));

    registrations.noFaults();
    for (JsonNode step : registrar.get("failed")) {
      String retries = "/engine-rest/external-task/" + step.get("id").asText() + "/retries";
      assertThat(analyst.put(retries, "{'retries': 1}").status()).isIn(403, 500);
      assertThat(admin.put(retries, "{'retries': 1}").status()).isEqualTo(204);
    }
    mend();
    for (JsonNode step : timers.get("failed")) {
      assertThat(
              admin
                  .put("/engine-rest/job/" + step.get("id").asText() + "/retries", "{'retries': 1}")
                  .status())
          .isEqualTo(204);
    }

    references.forEach(one -> registrations.awaitStatus(one, "COMPLETED"));
    registrations.awaitWaitingFor(waiting, "REGISTRATION_PENDING");
    assertThat(
            audit(analyst, registrations.get(references.get(0)).get("processInstanceId").asText()))
        .anySatisfy(
            entry -> {
              assertThat(entry.get("text").asText())
                  .isEqualTo("Had «Check availability» tried again.");
              assertThat(entry.get("by").asText()).isEqualTo("admin");
            })
        .anySatisfy(entry -> assertThat(entry.get("kind").asText()).isEqualTo("TROUBLE"));
    registrations.cancel(waiting);
  }

  /** Places an order that an operator has to decide on, and lets him write something to it. */
  private JsonNode approvedByAPerson(String comment) {
    String name = freshName("com");
    registrations.registry(
        "{'domain': '%s', 'owner': 'FREE', 'class': 'PREMIUM_DATING', 'price': '900.00'}"
            .formatted(name));
    String reference = registrations.place(name);
    String task =
        registrations.awaitWaitingFor(reference, "PRICE").at("/waitingFor/taskId").asText();
    operator.post(
        "/engine-rest/task/" + task + "/comment/create", "{'message': '%s'}".formatted(comment));
    registrations.decide(task, "APPROVE");
    JsonNode order = registrations.awaitStatus(reference, "COMPLETED");
    String instance = order.get("processInstanceId").asText();
    await()
        .untilAsserted(
            () ->
                assertThat(audit(analyst, instance))
                    .extracting(entry -> entry.get("command").asText())
                    .contains("AddDomainApplication"));
    return order;
  }

  private JsonNode preview(String reference) {
    return StreamSupport.stream(
            analyst.get("/api/v1/failed-steps").body().get("groups").spliterator(), false)
        .map(group -> analyst.get("/api/v1/failed-steps/" + group.get("key").asText()).body())
        .filter(found -> found.findValuesAsText("reference").contains(reference))
        .findFirst()
        .orElseThrow();
  }

  private JsonNode activities(String period) {
    return analyst.get(HEAT + period).body().get("activities");
  }

  private int counted(String day) {
    return jdbc.sql("select count(*) from activity_day where day = :day::date")
        .param("day", day)
        .query(Integer.class)
        .single();
  }

  private static String comment(List<JsonNode> entries) {
    return entries.stream()
        .filter(entry -> entry.get("kind").asText().equals("COMMENT"))
        .map(entry -> entry.get("text").asText())
        .findFirst()
        .orElseThrow();
  }

  private List<String> references(String query) {
    Answer answer = analyst.get(INSTANCES + "?" + query);
    assertThat(answer.status()).as(answer.body().toString()).isEqualTo(200);
    return answer.body().get("instances").findValuesAsText("reference");
  }

  private static List<JsonNode> audit(Caller reader, String instance) {
    return StreamSupport.stream(
            reader
                .get("/api/v1/process-instances/" + instance + "/audit")
                .body()
                .get("entries")
                .spliterator(),
            false)
        .toList();
  }
}
