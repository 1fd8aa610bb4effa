package io.domainflow.analysis;

import static io.domainflow.Registrations.freshName;
import static io.domainflow.analysis.AuditReader.audit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.domainflow.Caller;
import io.domainflow.Caller.Answer;
import io.domainflow.DomainflowTest;
import io.domainflow.Registrations;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The audit shows who did what and what the registrar was asked; analysts do not see what people
 * wrote.
 */
@DomainflowTest
class ProcessAuditTest {

  private static final String REGISTRATION = "DomainRegistrationProcess";

  private final Registrations registrations;
  private final Caller admin;
  private final Caller analyst;
  private final Caller operator;
  private final JdbcClient jdbc;

  @Autowired
  ProcessAuditTest(@LocalServerPort int port, JdbcClient jdbc) {
    this.registrations = new Registrations(port);
    this.admin = new Caller(port, "admin");
    this.analyst = new Caller(port, "analyst");
    this.operator = new Caller(port, "operator");
    this.jdbc = jdbc;
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
              assertThat(entry.get("text").asText()).endsWith("Decide on price: Approve.");
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

  private static String comment(List<JsonNode> entries) {
    return entries.stream()
        .filter(entry -> entry.get("kind").asText().equals("COMMENT"))
        .map(entry -> entry.get("text").asText())
        .findFirst()
        .orElseThrow();
  }
}
