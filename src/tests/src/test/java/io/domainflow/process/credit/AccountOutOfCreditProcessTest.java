package io.domainflow.process.credit;

import static io.domainflow.Registrations.freshName;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.domainflow.Caller;
import io.domainflow.Caller.Answer;
import io.domainflow.DomainflowTest;
import io.domainflow.Registrations;
import io.domainflow.build.BothReadings;
import io.domainflow.order.progress.OrdersAwaitingCredit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Orders of an account without credit wait, one person is asked, and all continue after a top-up.
 */
@DomainflowTest
class AccountOutOfCreditProcessTest {

  private final Caller admin;
  private final Caller billing;
  private final Registrations registrations;
  private final RuntimeService runtime;
  private final HistoryService history;
  @Autowired private OrdersAwaitingCredit waits;
  @Autowired private TransactionTemplate transaction;
  @Autowired private JdbcClient jdbc;

  @Autowired
  AccountOutOfCreditProcessTest(
      @LocalServerPort int port, RuntimeService runtime, HistoryService history) {
    this.admin = new Caller(port, "admin");
    this.billing = new Caller(port, "billing");
    this.registrations = new Registrations(port);
    this.runtime = runtime;
    this.history = history;
  }

  @BeforeEach
  void spendEverything() {
    balance("3.00");
  }

  @AfterEach
  void payAgain() {
    registrations.profile("A");
    balance("1000000.00");
    registrations.advance("PT2H");
    assertThat(
            runtime
                .createProcessInstanceQuery()
                .processDefinitionKey(AccountOutOfCreditProcess.KEY)
                .count())
        .isZero();
  }

  @BothReadings
  void ordersWaitAndGoOnAfterTheOperatorHasToppedUp(String profile) {
    registrations.profile(profile);
    List<String> domains = new ArrayList<>();
    List<String> references = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      domains.add(freshName("com"));
      references.add(registrations.place(domains.get(i)));
    }
    JsonNode waiting = registrations.awaitWaitingFor(references.get(0), "CREDIT");
    references.forEach(reference -> registrations.awaitWaitingFor(reference, "CREDIT"));
    assertThat(waiting.get("charged").asText()).isEqualTo("NO");
    assertThat(waiting.at("/waitingFor/who").asText()).isEqualTo("OPERATOR");
    assertThat(waiting.at("/waitingFor/what").asText())
        .contains("credit of account " + registrations.account(), "Nothing was bought");
    String task = task(references.get(0));
    assertThat(references).allSatisfy(reference -> assertThat(task(reference)).isEqualTo(task));
    JsonNode form = registrations.form(task);
    assertThat(form.at("/ordersWaiting/value").asText()).isEqualTo("3");
    assertThat(form.at("/names/value").asText()).contains(domains);
    assertThat(form.at("/availableThen/value").asText()).isEqualTo("3.00 EUR");

    balance("500.00");
    registrations.decide(task, "TOPPED_UP");

    references.forEach(reference -> registrations.awaitStatus(reference, "COMPLETED"));
    domains.forEach(domain -> assertThat(registrations.bought(domain)).hasSize(1));
    assertThat(
            admin
                .get("/api/v1/figures/decided-tasks?account=" + registrations.account())
                .body()
                .get("rows"))
        .anySatisfy(
            row -> {
              assertThat(row.get("task").asText()).isEqualTo("Top account up");
              assertThat(row.get("decision").asText()).isEqualTo("TOPPED_UP");
              assertThat(row.get("login").asText()).isEqualTo("operator");
            });
  }

  /** Otherwise it would sleep for hours, or declare the account out of credit again. */
  @Test
  void anOrderThatIsAboutToWaitWhenTheAccountIsToppedUpContinuesToo() {
    String first = registrations.place(freshName("com"));
    registrations.awaitWaitingFor(first, "CREDIT");
    String task = task(first);
    balance("500.00");

    String second =
        transaction.execute(
            status -> {
              waits.hold(registrations.account());
              registrations.decide(task, "TOPPED_UP");
              await().until(() -> waitingForLocks() == 1);
              String reference = registrations.place(freshName("com"));
              await().until(() -> waitingForLocks() == 2);
              return reference;
            });

    registrations.awaitStatus(first, "COMPLETED");
    registrations.awaitStatus(second, "COMPLETED");
  }

  private int waitingForLocks() {
    return jdbc.sql(
            """
            select count(*) from pg_locks
            where locktype = 'advisory' and not granted
              and database = (select oid from pg_database where datname = current_database())
            """)
        .query(Integer.class)
        .single();
  }

  @Test
  void sendsNothingThatCostsMoneyMeanwhile() {
    String first = registrations.place(freshName("com"));
    registrations.awaitWaitingFor(first, "CREDIT");
    String domain = freshName("com");
    String second = registrations.place(domain);
    registrations.awaitWaitingFor(second, "CREDIT");

    assertThat(registrations.requests("domain=" + domain))
        .noneMatch(request -> request.get("command").asText().equals("AddDomain"));
    registrations.cancel(first);
    registrations.cancel(second);
  }

  @Test
  void aClientsDryRunSaysThatItWouldWait() {
    String reference = registrations.place(freshName("com"));
    registrations.awaitWaitingFor(reference, "CREDIT");
    balance("500.00");

    JsonNode preview =
        billing
            .post(
                "/api/v1/orders?dryRun=true",
                Registrations.order("CREDIT-" + UUID.randomUUID(), freshName("com"), "")
                    .replace("\"sandbox\"", '"' + registrations.account() + '"'))
            .body();

    assertThat(preview.at("/questions").findValuesAsText("code")).contains("CREDIT");
    registrations.cancel(reference);
  }

  @Test
  void asksAgainWhenNothingWasPaid() {
    String reference = registrations.place(freshName("com"));
    registrations.awaitWaitingFor(reference, "CREDIT");
    String task = task(reference);

    registrations.decide(task, "TOPPED_UP");

    Awaitility.await()
        .untilAsserted(() -> assertThat(task(reference)).isNotEmpty().isNotEqualTo(task));
    assertThat(registrations.get(reference).at("/waitingFor/code").asText()).isEqualTo("CREDIT");
    registrations.cancel(reference);
  }

  @Test
  void noticesATopUpAutomaticallyAndClosesTheTask() {
    String reference = registrations.place(freshName("com"));
    registrations.awaitWaitingFor(reference, "CREDIT");
    String task = task(reference);
    registrations.advance("PT2H");
    assertThat(registrations.get(reference).at("/waitingFor/code").asText()).isEqualTo("CREDIT");
    assertThat(task(reference)).as("one task while it lasts").isEqualTo(task);

    balance("500.00");
    registrations.advance("PT1H");

    registrations.awaitStatus(reference, "COMPLETED");
    assertThat(history.createHistoricTaskInstanceQuery().taskId(task).finished().count())
        .isEqualTo(1);
  }

  @Test
  void anotherAccountContinues() {
    if (registrations.atCnr()) {
      open("cnr2", "test.user2", "test.passw0rd2");
    }
    String poor = registrations.place(freshName("com"));
    registrations.awaitWaitingFor(poor, "CREDIT");

    String rich =
        registrations.placeChanged(
            freshName("com"),
            "",
            order -> order.replace("\"account\": \"sandbox\"", "\"account\": \"sandbox2\""));

    registrations.awaitStatus(rich, "COMPLETED");
    registrations.cancel(poor);
    if (registrations.atCnr()) {
      assertThat(admin.delete("/api/v1/accounts/cnr2").status()).isEqualTo(204);
    }
  }

  @Test
  void endsWithItsAccount() {
    open("leaving", "test.user", "test.passw0rd");
    String reference =
        registrations.placeChanged(
            freshName("com"),
            "",
            order -> order.replace("\"account\": \"sandbox\"", "\"account\": \"leaving\""));
    registrations.awaitWaitingFor(reference, "CREDIT");
    registrations.cancel(reference);
    assertThat(running("leaving")).isEqualTo(1);

    assertThat(admin.delete("/api/v1/accounts/leaving").status()).isEqualTo(204);

    assertThat(running("leaving")).isZero();
  }

  private void open(String account, String login, String password) {
    Answer opened =
        admin.post(
            "/api/v1/accounts",
            "{'name': '%s', 'system': '%s', 'login': '%s', 'password': '%s'}"
                .formatted(
                    account, registrations.atCnr() ? "CNR_SANDBOX" : "SANDBOX", login, password));
    assertThat(opened.status()).as(opened.body().toString()).isEqualTo(201);
  }

  private long running(String account) {
    return runtime
        .createProcessInstanceQuery()
        .processDefinitionKey(AccountOutOfCreditProcess.KEY)
        .processInstanceBusinessKey(account)
        .count();
  }

  @Test
  void endsWhenTheSandboxIsReset() {
    registrations.awaitWaitingFor(registrations.place(freshName("com")), "CREDIT");

    registrations.startOver();

    registrations.awaitStatus(registrations.place(freshName("com")), "COMPLETED");
  }

  private String task(String reference) {
    Awaitility.await()
        .until(() -> !registrations.get(reference).at("/waitingFor/taskId").asText("").equals(""));
    return registrations.get(reference).at("/waitingFor/taskId").asText();
  }

  private void balance(String amount) {
    Answer answer =
        registrations.account("{'login': 'test.user', 'balance': '%s'}".formatted(amount));
    assertThat(answer.status()).isEqualTo(200);
  }
}
