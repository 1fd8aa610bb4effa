package io.domainflow.proof;

import static io.domainflow.Registrations.freshName;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.domainflow.Caller;
import io.domainflow.Caller.Answer;
import io.domainflow.DomainflowTest;
import io.domainflow.Registrations;
import io.domainflow.TestDatabase;
import io.domainflow.build.BuildSize;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

/** After an outage of the database, orders continue without anybody's help. */
@DomainflowTest
@TestPropertySource(
    properties = {
      // as delivered
      "domainflow.worker.lock-time=PT5M",
      "domainflow.ispapi.connect-timeout=PT5S",
      "domainflow.ispapi.call-timeout=PT2M",
      "domainflow.ispapi.settle-time=PT15S"
    })
class DatabaseOutageTest {

  private static final String LEGAL_TYPE = "{'caLegalType': {'value': 'CCT', 'type': 'String'}}";

  private static final int ORDERS = BuildSize.choose(12, 30, 30);
  private static final Duration LONGEST_DRAIN = Duration.ofMinutes(2);

  private final String url;
  private final String database;
  private final Caller billing;
  private final Registrations registrations;

  @Autowired
  DatabaseOutageTest(@Value("${spring.datasource.url}") String url, @LocalServerPort int port) {
    this.url = url;
    this.database = url.replaceAll(".*/([a-z0-9]+).*", "$1");
    this.billing = new Caller(port, "billing");
    this.registrations = new Registrations(port);
  }

  @AfterEach
  void putTheRegistrarBack() {
    registrations.noFaults();
  }

  @Test
  void saysSoAndContinuesAutomatically() throws SQLException {
    String domain = freshName("ca");
    String reference = registrations.place(domain);
    String task =
        registrations
            .awaitWaitingFor(reference, "ADDITIONAL_FIELDS")
            .at("/waitingFor/taskId")
            .asText();

    Answer answer;
    takeAway();
    try {
      answer = billing.get("/api/v1/orders/" + reference);
    } finally {
      giveBack();
    }

    assertThat(answer.status()).as(answer.body().toString()).isEqualTo(503);
    assertThat(answer.body().get("type").asText()).isEqualTo("urn:domainflow:problem:try-again");
    // A connection that died unnoticed can cost one more request; then it works again.
    await().until(() -> registrations.submit(task, LEGAL_TYPE).status() == 204);
    registrations.awaitStatus(reference, "COMPLETED");
    assertThat(registrations.ledger(domain)).hasSize(1);
  }

  /** The database fails while calls are running, so the registrar's answers cannot be recorded. */
  @Test
  void finishesWhatWasUnderWayAfterAMinuteWithoutDatabase() throws SQLException {
    Duration outage = Duration.ofSeconds(BuildSize.choose(12, 12, 60));
    List<String> domains = new ArrayList<>();
    List<String> references = new ArrayList<>();
    registrations.fault(
        "{'command': 'AddDomain', 'fault': 'DELAY_500', 'times': 1000000, 'domain': '*'}");
    for (int i = 0; i < ORDERS; i++) {
      String domain = freshName("com");
      domains.add(domain);
      references.add(registrations.place(domain));
    }
    registrations.await(references.get(0), order -> isBought(domains));

    takeAway();
    try {
      await().pollDelay(outage).until(() -> true);
    } finally {
      giveBack();
    }
    long back = System.nanoTime();
    await()
        .atMost(LONGEST_DRAIN)
        .ignoreExceptions()
        .until(
            () ->
                references.stream()
                    .map(registrations::get)
                    .allMatch(order -> order.path("status").asText().equals("COMPLETED")));
    Duration drained = Duration.ofNanos(System.nanoTime() - back);

    int bought = domains.stream().mapToInt(domain -> registrations.ledger(domain).size()).sum();
    Figures.write(
        "database-outage",
        "database away for %s with %d orders under way: all done %s after its return, %d bought (lock time 5 minutes)"
            .formatted(Figures.seconds(outage), ORDERS, Figures.seconds(drained), bought));
    assertThat(bought).isEqualTo(ORDERS);
    for (String domain : domains) {
      assertThat(registrations.ledger(domain)).hasSize(1);
    }
  }

  private boolean isBought(List<String> domains) {
    return domains.stream().anyMatch(domain -> !registrations.ledger(domain).isEmpty());
  }

  private void takeAway() throws SQLException {
    onServer("alter database " + database + " with allow_connections false");
    onServer(
        "select pg_terminate_backend(pid) from pg_stat_activity where datname = '"
            + database
            + "'");
  }

  private void giveBack() throws SQLException {
    onServer("alter database " + database + " with allow_connections true");
  }

  private void onServer(String sql) throws SQLException {
    String server = url.replace("/" + database, "/postgres");
    try (Connection connection = DriverManager.getConnection(server, TestDatabase.USERNAME, "");
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
