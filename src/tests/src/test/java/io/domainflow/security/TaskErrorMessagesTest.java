package io.domainflow.security;

import static io.domainflow.Registrations.freshName;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.domainflow.Registrations;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** People get understandable errors for tasks, in Tasklist and through engine-rest. */
@SecurityTest
class TaskErrorMessagesTest {

  private static final String REJECT =
      "{\"variables\":{\"decision\":{\"value\":\"REJECT\",\"type\":\"String\"}}}";

  private final int port;
  private final Registrations stories;
  private final TaskService tasks;
  private final TransactionTemplate transaction;
  private final JdbcClient jdbc;

  @Autowired
  TaskErrorMessagesTest(
      TaskService tasks,
      TransactionTemplate transaction,
      JdbcClient jdbc,
      @LocalServerPort int port) {
    this.tasks = tasks;
    this.transaction = transaction;
    this.jdbc = jdbc;
    this.port = port;
    this.stories = new Registrations(port);
  }

  @ParameterizedTest
  @EnumSource(EngineApi.class)
  void saysWhoHasClaimedATask(EngineApi api) {
    String task = api.task(orderToDecideOn());
    api.as("operator2", port).post(task + "/claim", "{\"userId\":\"operator2\"}");

    HttpResponse<String> refused =
        api.as("operator", port).post(task + "/claim", "{\"userId\":\"operator\"}");

    assertThat(refused.statusCode()).isEqualTo(409);
    assertThat(message(refused))
        .startsWith("This task is already claimed by operator2. Nothing was changed.");
  }

  @ParameterizedTest
  @EnumSource(EngineApi.class)
  void saysWhoHasDoneATaskAlready(EngineApi api) {
    JsonNode order = orderToDecideOn();
    String task = api.task(order);
    Caller operator2 = api.as("operator2", port);
    operator2.post(task + "/claim", "{\"userId\":\"operator2\"}");
    assertThat(operator2.post(task + "/submit-form", REJECT).statusCode()).isEqualTo(204);
    Caller operator = api.as("operator", port);

    for (String path : new String[] {"/submit-form", "/complete"}) {
      HttpResponse<String> late = operator.post(task + path, REJECT);

      assertThat(late.statusCode()).isEqualTo(409);
      assertThat(message(late))
          .contains("This task is done already, by operator2. Nothing was changed or bought")
          .contains("Look how " + order.get("reference").asText() + " stands")
          .doesNotContain("task is null", "ENGINE-");
    }
    assertThat(message(operator2.post(task + "/submit-form", REJECT)))
        .contains("You have done this task already.");
    assertThat(message(operator.post(task + "/claim", "{\"userId\":\"operator\"}")))
        .startsWith("This task is done already, by operator2.");
  }

  @ParameterizedTest
  @EnumSource(EngineApi.class)
  void namesNobodyWhereTheAnswerWasGivenToTheOrder(EngineApi api) {
    JsonNode order = orderToDecideOn();
    String task = api.task(order);
    api.as("operator2", port).post(task + "/claim", "{\"userId\":\"operator2\"}");
    assertThat(
            stories
                .input(
                    order.get("reference").asText(),
                    "{'acceptPrice': {'amount': '900.00', 'currency': 'EUR'}}")
                .status())
        .isEqualTo(200);

    for (String login : List.of("operator", "operator2")) {
      assertThat(message(api.as(login, port).post(task + "/submit-form", REJECT)))
          .contains("This task is done already: what it asked for was given to the order")
          .doesNotContain("operator2", "You have done");
    }
  }

  @ParameterizedTest
  @EnumSource(EngineApi.class)
  void namesTheUserWhoCompletedATaskThatAnotherHadClaimed(EngineApi api) {
    String task = api.task(orderToDecideOn());
    Caller operator2 = api.as("operator2", port);
    operator2.post(task + "/claim", "{\"userId\":\"operator2\"}");
    assertThat(api.as("operator", port).post(task + "/submit-form", REJECT).statusCode())
        .isEqualTo(204);

    assertThat(message(operator2.post(task + "/submit-form", REJECT)))
        .contains("This task is done already, by operator.");
  }

  @ParameterizedTest
  @EnumSource(EngineApi.class)
  void canBeCompletedWhileItsPriorityRises(EngineApi api) {
    JsonNode order = orderToDecideOn();
    Caller operator = api.as("operator", port);

    CompletableFuture<HttpResponse<String>> answer =
        transaction.execute(
            status -> {
              tasks.setPriority(order.at("/waitingFor/taskId").asText(), 90);
              CompletableFuture<HttpResponse<String>> decided =
                  CompletableFuture.supplyAsync(
                      () -> operator.post(api.task(order) + "/submit-form", REJECT));
              Awaitility.await().pollInSameThread().until(this::somebodyWaitsForThisTransaction);
              return decided;
            });

    assertThat(answer.join().statusCode()).as(answer.join().body()).isEqualTo(204);
    JsonNode ended = stories.awaitStatus(order.get("reference").asText(), "FAILED");
    assertThat(ended.at("/failure/reason").asText()).isEqualTo("PRICE_REJECTED");
  }

  private boolean somebodyWaitsForThisTransaction() {
    return jdbc.sql(
                """
                select count(*) from pg_locks
                where not granted and pg_backend_pid() = any(pg_blocking_pids(pid))
                """)
            .query(Integer.class)
            .single()
        > 0;
  }

  @ParameterizedTest
  @EnumSource(EngineApi.class)
  void keepsAComment(EngineApi api) {
    String comments = api.task(orderToDecideOn()) + "/comment";
    Caller operator2 = api.as("operator2", port);
    HttpResponse<String> written =
        operator2.post(comments + "/create", "{\"message\":\"asked on the phone\"}");
    String id = Caller.json(written).get("id").asText();
    String changed = "{\"id\":\"%s\",\"message\":\"never asked\"}".formatted(id);
    String one = comments + "/" + id;

    for (Caller caller : List.of(api.as("operator", port), operator2)) {
      for (HttpResponse<String> refused :
          List.of(
              caller.call("PUT", comments, changed),
              caller.call("DELETE", one, null),
              caller.call("DELETE", comments, null))) {
        assertThat(refused.statusCode()).as(refused.body()).isEqualTo(403);
        assertThat(message(refused)).startsWith("A comment stays as it was written");
      }
    }
    assertThat(text(operator2, one)).isEqualTo("asked on the phone");

    Caller admin = api.as("admin", port);
    assertThat(admin.call("PUT", comments, changed).statusCode()).isEqualTo(204);
    assertThat(text(operator2, one)).isEqualTo("never asked");
    assertThat(admin.call("DELETE", one, null).statusCode()).isEqualTo(204);
    assertThat(operator2.get(one).statusCode()).isEqualTo(404);
  }

  private static String text(Caller caller, String comment) {
    return Caller.json(caller.get(comment)).get("message").asText();
  }

  @ParameterizedTest
  @EnumSource(EngineApi.class)
  void saysThatTheProcessHasContinuedWithoutTheTask(EngineApi api) {
    JsonNode order = orderToDecideOn();
    stories.cancel(order.get("reference").asText());
    stories.awaitStatus(order.get("reference").asText(), "CANCELLED");

    HttpResponse<String> late =
        api.as("operator", port).post(api.task(order) + "/submit-form", REJECT);

    assertThat(message(late))
        .contains("This task is no longer open", "order was cancelled", "Nothing was changed")
        .doesNotContain("task is null");
  }

  @ParameterizedTest
  @EnumSource(EngineApi.class)
  void saysWhomATaskIsFor(EngineApi api) {
    String task = api.task(orderToDecideOn());
    Caller approver = api.as("approver", port);

    for (String path : new String[] {"/submit-form", "/claim"}) {
      HttpResponse<String> refused = approver.post(task + path, "{\"userId\":\"approver\"}");

      assertThat(refused.statusCode()).isEqualTo(403);
      assertThat(message(refused))
          .contains("This task is for operators, so you may not work on it. Nothing was changed");
      assertThat(Caller.json(refused).get("type").asText()).isEqualTo("AuthorizationException");
      assertThat(Caller.json(refused).get("missingAuthorizations")).isNotEmpty();
    }
    assertThat(
            message(
                api.as("operator", port).post(task + "/assignee", "{\"userId\":\"operator2\"}")))
        .startsWith("You may work on this task, but not give it to somebody");
  }

  @ParameterizedTest
  @EnumSource(EngineApi.class)
  void saysThatSomebodyElseWasFaster(EngineApi api) {
    String task = api.task(orderToDecideOn());
    List<HttpResponse<String>> answers =
        Stream.of("operator", "operator2", "operator")
            .map(login -> api.as(login, port))
            .toList()
            .stream()
            .map(
                caller ->
                    CompletableFuture.supplyAsync(() -> caller.post(task + "/submit-form", REJECT)))
            .toList()
            .stream()
            .map(CompletableFuture::join)
            .toList();

    assertThat(answers).filteredOn(answer -> answer.statusCode() == 204).hasSize(1);
    assertThat(answers)
        .filteredOn(answer -> answer.statusCode() != 204)
        .hasSize(2)
        .allSatisfy(
            answer -> {
              assertThat(answer.statusCode()).isEqualTo(409);
              assertThat(message(answer))
                  .containsPattern(
                      "Somebody else was faster|This task is done already|You have done this task")
                  .doesNotContain("ENGINE-");
            });
  }

  /** One of our own statements, and one of the engine's. */
  private enum Statement {
    OURS("insert on order_event", "new.order_id::text"),
    THE_ENGINES("delete on act_ru_task", "old.id_");

    private final String when;
    private final String id;

    Statement(String when, String id) {
      this.when = when;
      this.id = id;
    }

    /** Makes the database fail for this order, this many times. */
    void failing(JdbcClient jdbc, JsonNode order, String state, int times) {
      jdbc.sql("create sequence failures").update();
      jdbc.sql(
              """
              create function fail() returns trigger language plpgsql as $$
              begin
                if %1$s in ('%2$s', '%3$s') and nextval('failures') <= %4$d then
                  raise exception 'secret words' using errcode = '%5$s', detail = 'of Ada Example';
                end if;
                if tg_op = 'DELETE' then return old; end if;
                return new;
              end $$
              """
                  .formatted(
                      id,
                      order.get("id").asText(),
                      order.at("/waitingFor/taskId").asText(),
                      times,
                      state))
          .update();
      jdbc.sql("create trigger fail before " + when + " for each row execute function fail()")
          .update();
    }
  }

  /** Our part of the log: the tests' database writes its log to the same place. */
  private static String ours(CapturedOutput output) {
    return output
        .getAll()
        .lines()
        .filter(line -> !line.contains("EmbeddedPostgres"))
        .collect(Collectors.joining("\n"));
  }

  private void failNoMore() {
    jdbc.sql("drop function fail cascade").update();
    jdbc.sql("drop sequence failures").update();
  }

  @ParameterizedTest
  @EnumSource(Statement.class)
  @ExtendWith(OutputCaptureExtension.class)
  void doesNotShowTheDatabasesMessage(Statement statement, CapturedOutput output) {
    JsonNode order = orderToDecideOn();
    EngineApi api = EngineApi.ENGINE_REST;
    statement.failing(jdbc, order, "23514", 9);
    HttpResponse<String> refused;
    try {
      refused = api.as("operator", port).post(api.task(order) + "/submit-form", REJECT);
    } finally {
      failNoMore();
    }

    assertThat(refused.statusCode()).isEqualTo(500);
    assertThat(message(refused))
        .contains("It could not be stored. Nothing of yours was done or bought.")
        .doesNotContain("secret", "order_event", "act_ru");
    assertThat(ours(output)).contains("secret words").doesNotContain("of Ada Example");
    assertThat(api.as("operator", port).post(api.task(order) + "/submit-form", REJECT).statusCode())
        .isEqualTo(204);
  }

  @ParameterizedTest
  @EnumSource(Statement.class)
  void retriesAStepThatWasDeadlocked(Statement statement) {
    JsonNode order = orderToDecideOn();
    statement.failing(jdbc, order, "40P01", 1);
    try {
      assertThat(
              EngineApi.TASKLIST
                  .as("operator", port)
                  .post(EngineApi.TASKLIST.task(order) + "/submit-form", REJECT)
                  .statusCode())
          .isEqualTo(204);
    } finally {
      failNoMore();
    }
  }

  @ParameterizedTest
  @EnumSource(Statement.class)
  void doesNotPromiseWhatNobodyKnows(Statement statement) {
    JsonNode order = orderToDecideOn();
    statement.failing(jdbc, order, "08006", 9);
    HttpResponse<String> refused;
    try {
      refused =
          EngineApi.ENGINE_REST
              .as("operator", port)
              .post(EngineApi.ENGINE_REST.task(order) + "/submit-form", REJECT);
    } finally {
      failNoMore();
    }

    assertThat(message(refused))
        .contains("it is not known whether it was stored")
        .doesNotContain("secret", "Nothing of yours");
  }

  @ParameterizedTest
  @EnumSource(EngineApi.class)
  void saysNothingAboutATaskThatNeverExisted(EngineApi api) {
    HttpResponse<String> refused =
        api.as("operator", port)
            .post(api.path() + "/task/5d1c7a1e-0000-4000-8000-000000000000/submit-form", REJECT);

    assertThat(message(refused)).contains("There is no such task. Nothing was changed");
  }

  private JsonNode orderToDecideOn() {
    String domain = freshName("com");
    stories.registry(
        "{'domain': '%s', 'owner': 'FREE', 'class': 'PREMIUM_DATING', 'price': '900.00'}"
            .formatted(domain));
    return stories.awaitWaitingFor(stories.place(domain), "PRICE");
  }

  private static String message(HttpResponse<String> answer) {
    return Caller.json(answer).get("message").asText();
  }
}
