package io.domainflow;

import static io.domainflow.Registrations.freshName;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.domainflow.Caller.Answer;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The database goes away and comes back; nobody has to do anything for orders to go on. */
@DomainflowTest
class DatabaseOutageTest {

  private static final String LEGAL_TYPE = "{'caLegalType': {'value': 'CCT', 'type': 'String'}}";

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

  @Test
  void saysSoAndGoesOnByItself() throws SQLException {
    String domain = freshName("ca");
    String reference = registrations.place(domain);
    String task =
        registrations
            .awaitWaitingFor(reference, "ADDITIONAL_FIELDS")
            .at("/waitingFor/taskId")
            .asText();

    Answer answer;
    onServer("alter database " + database + " with allow_connections false");
    try {
      onServer(
          "select pg_terminate_backend(pid) from pg_stat_activity where datname = '"
              + database
              + "'");
      answer = billing.get("/api/v1/orders/" + reference);
    } finally {
      onServer("alter database " + database + " with allow_connections true");
    }

    assertThat(answer.status()).as(answer.body().toString()).isEqualTo(503);
    assertThat(answer.body().get("type").asText()).isEqualTo("urn:domainflow:problem:try-again");
    // A connection that died unnoticed can cost one more request; then it works again.
    await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> registrations.submit(task, LEGAL_TYPE).status() == 204);
    registrations.awaitStatus(reference, "COMPLETED");
    assertThat(registrations.ledger(domain)).hasSize(1);
  }

  private void onServer(String sql) throws SQLException {
    String server = url.replace("/" + database, "/postgres");
    try (Connection connection = DriverManager.getConnection(server, TestDatabase.USERNAME, "");
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
