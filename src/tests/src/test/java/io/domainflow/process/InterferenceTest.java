package io.domainflow.process;

import static io.domainflow.Registrations.freshName;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.domainflow.Caller;
import io.domainflow.Caller.Answer;
import io.domainflow.DomainflowTest;
import io.domainflow.Registrations;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Orders and money stay correct when people and callers do what the diagram does not foresee. */
@DomainflowTest
class InterferenceTest {

  private final RuntimeService runtime;
  private final JdbcClient jdbc;
  private final Registrations registrations;
  private final Caller operator;
  private final Caller admin;

  @Autowired
  InterferenceTest(RuntimeService runtime, JdbcClient jdbc, @LocalServerPort int port) {
    this.runtime = runtime;
    this.jdbc = jdbc;
    this.registrations = new Registrations(port);
    this.operator = new Caller(port, "operator");
    this.admin = new Caller(port, "admin");
  }

  @AfterEach
  void putTheRegistrarBack() {
    registrations.noFaults();
  }

  @Test
  void buysTheOrderOfTheProcessWhateverTheVariablesSay() {
    String other = registrations.place(freshName("ca"));
    String otherId = registrations.get(other).get("id").asText();
    registrations.cancel(other);
    String domain = freshName("ca");
    String reference = registrations.place(domain);
    String task = task(reference, "ADDITIONAL_FIELDS");
    String process = registrations.get(reference).get("processInstanceId").asText();

    runtime.setVariable(process, "orderId", otherId);
    runtime.setVariable(process, "domain", "x.ca");
    registrations.submit(task, "{'caLegalType': {'value': 'CCT'}}");

    JsonNode order = registrations.awaitStatus(reference, "COMPLETED");
    assertThat(registrations.ledger(domain)).hasSize(1);
    assertThat(registrations.get(other).get("charged").asText()).isEqualTo("NO");
    assertThat(variable(order, "domain")).isEqualTo(domain);
    assertThat(variable(order, "orderId")).isEqualTo(order.get("id").asText());
  }

  @Test
  void worksTheOtherOrdersWhenOneCannotBePrepared() {
    String domain = freshName("com");
    registrations.fault(
        "{'command': 'CheckDomains', 'fault': 'REFUSE', 'times': 1, 'domain': '%s'}"
            .formatted(domain));
    String broken = registrations.place(domain);
    String id = registrations.awaitWaitingFor(broken, "REGISTRAR_UNREACHABLE").get("id").asText();
    jdbc.sql("insert into order_additional_field values (cast(:id as uuid), 'X-A', :value)")
        .param("id", id)
        .param("value", new byte[] {1})
        .update();

    String next = registrations.place(freshName("com"));
    registrations.advance("PT1M");

    registrations.awaitStatus(next, "COMPLETED");
    jdbc.sql("delete from order_additional_field where parameter = 'X-A'").update();
    assertThat(registrations.ledger(domain)).isEmpty();
    registrations.cancel(broken);
  }

  @Test
  void keepsTheProcessWhenSomebodyEndsItWhileMoneyIsAtStake() {
    String domain = freshName("com");
    registrations.fault(
        "{'command': 'AddDomain', 'fault': 'TIMEOUT_AFTER', 'times': 1, 'domain': '%s'}"
            .formatted(domain));
    registrations.fault(
        "{'command': 'StatusDomain', 'fault': 'REFUSE', 'times': 1000, 'domain': '%s'}"
            .formatted(domain));
    String reference = registrations.place(domain);
    String instance =
        registrations
            .awaitWaitingFor(reference, "OUTCOME_UNKNOWN")
            .get("processInstanceId")
            .asText();

    Answer deleted = admin.delete("/engine-rest/process-instance/" + instance);
    Answer cancelled = cancelByMessage(instance);

    assertThat(deleted.status()).isEqualTo(409);
    assertThat(cancelled.status()).isEqualTo(409);
    assertThat(cancelled.body().get("message").asText()).contains("whether money was spent");
    assertThat(registrations.get(reference).get("status").asText()).isEqualTo("WAITING");
    registrations.noFaults();
    registrations.advance("PT12H");
    registrations.awaitStatus(reference, "COMPLETED");
    assertThat(registrations.ledger(domain)).hasSize(1);
  }

  @Test
  void cancelsTheOrderWhenSomebodyDeletesItsProcessBeforeAnythingWasSent() {
    String reference = registrations.place(freshName("ca"));
    String instance =
        registrations
            .awaitWaitingFor(reference, "ADDITIONAL_FIELDS")
            .get("processInstanceId")
            .asText();

    assertThat(admin.delete("/engine-rest/process-instance/" + instance).status()).isEqualTo(204);

    assertThat(registrations.get(reference).get("status").asText()).isEqualTo("CANCELLED");
  }

  @Test
  void cancelsTheOrderWhenAnAdministratorSendsItsProcessTheMessage() {
    String reference = registrations.place(freshName("ca"));
    String instance =
        registrations
            .awaitWaitingFor(reference, "ADDITIONAL_FIELDS")
            .get("processInstanceId")
            .asText();

    assertThat(cancelByMessage(instance).status()).isEqualTo(204);

    assertThat(registrations.get(reference).get("status").asText()).isEqualTo("CANCELLED");
  }

  @Test
  void refusesToEndAnOrderByABpmnError() {
    String reference = registrations.place(freshName("ca"));
    String task = task(reference, "ADDITIONAL_FIELDS");
    operator.post("/engine-rest/task/" + task + "/claim", "{'userId': 'operator'}");

    Answer error =
        operator.post(
            "/engine-rest/task/" + task + "/bpmnError",
            "{'errorCode': 'Err_RegistrationRejected'}");

    assertThat(error.status()).isEqualTo(403);
    assertThat(registrations.get(reference).get("status").asText()).isEqualTo("WAITING");
    registrations.cancel(reference);
  }

  /** Orders are cancelled while their steps run: each ends in one way, and the ledger agrees. */
  @Test
  void agreesWithTheLedgerWhenCancellationsMeetRunningSteps() throws Exception {
    List<String> domains = IntStream.range(0, 60).mapToObj(i -> freshName("com")).toList();
    ExecutorService callers = Executors.newFixedThreadPool(12);
    List<Future<String>> references = new ArrayList<>();
    List<Integer> answers = new ArrayList<>();
    try {
      List<Future<Integer>> cancellations = new ArrayList<>();
      for (String domain : domains) {
        Future<String> reference = callers.submit(() -> registrations.place(domain));
        references.add(reference);
        cancellations.add(callers.submit(() -> registrations.cancel(reference.get()).status()));
      }
      for (Future<Integer> cancellation : cancellations) {
        answers.add(cancellation.get());
      }
    } finally {
      callers.shutdown();
    }

    assertThat(answers).isSubsetOf(200, 409);
    for (int i = 0; i < domains.size(); i++) {
      boolean cancelled = answers.get(i) == 200;
      JsonNode order =
          registrations.awaitStatus(references.get(i).get(), cancelled ? "CANCELLED" : "COMPLETED");
      assertThat(order.get("charged").asText()).isEqualTo(cancelled ? "NO" : "YES");
      assertThat(registrations.ledger(domains.get(i))).hasSize(cancelled ? 0 : 1);
    }
  }

  @Test
  void asksInTheTaskUntilItIsAnsweredEvenWhenTheRegistrarIsAwayMeanwhile() {
    String domain = freshName("com");
    registrations.registry(
        ("{'domain': '%s', 'owner': 'FREE', 'next': [{'command': 'AddDomain', 'after': 'P30D',"
                + " 'outcome': 'SUCCESSFUL'}]}")
            .formatted(domain));
    String reference = registrations.place(domain);
    registrations.awaitWaitingFor(reference, "REGISTRATION_PENDING");
    registrations.advance("P4D");
    String task = task(reference, "REGISTRATION_OVERDUE");
    registrations.fault(
        "{'command': 'StatusDomain', 'fault': 'CODE_421', 'times': 1, 'domain': '%s'}"
            .formatted(domain));

    registrations.advance("PT3H");

    assertThat(task(reference, "REGISTRATION_OVERDUE")).isEqualTo(task);
    registrations.cancel(reference);
  }

  private Answer cancelByMessage(String instance) {
    return admin.post(
        "/engine-rest/message",
        "{'messageName': 'Msg_OrderCancelled', 'processInstanceId': '%s'}".formatted(instance));
  }

  private String task(String reference, String code) {
    return registrations.awaitWaitingFor(reference, code).at("/waitingFor/taskId").asText();
  }

  private String variable(JsonNode order, String name) {
    return admin
        .get(
            "/engine-rest/history/variable-instance?processInstanceId="
                + order.get("processInstanceId").asText()
                + "&variableName="
                + name)
        .body()
        .get(0)
        .get("value")
        .asText();
  }
}
