package io.domainflow.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.domainflow.TestDatabase;
import io.domainflow.ispapi.IspapiCodes;
import io.domainflow.registrar.RegistrarCall;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Calls are logged again after any obstacle, and a node can end without logging them. */
@ExtendWith(OutputCaptureExtension.class)
class CallLogTest {

  private static DriverManagerDataSource database;

  private final JdbcClient jdbc = JdbcClient.create(database);
  private final CallLog log =
      new CallLog(
          jdbc,
          new JdbcTemplate(database),
          new IspapiCodes(),
          Clock.systemUTC(),
          Duration.ofDays(1));

  @BeforeAll
  static void create() {
    database = new DriverManagerDataSource(TestDatabase.create(), TestDatabase.USERNAME, "");
    Flyway.configure().dataSource(database).load().migrate();
  }

  @BeforeEach
  void begin() {
    log.start();
  }

  @AfterEach
  void end() {
    log.stop();
  }

  @Test
  void continuesAfterADatabaseFailure(CapturedOutput output) {
    jdbc.sql("alter table registrar_call rename to away").update();
    log.called(call(UUID.randomUUID(), Instant.now()));
    await().until(() -> output.getAll().contains("could not be logged"));
    jdbc.sql("alter table away rename to registrar_call").update();

    isLogged(UUID.randomUUID());
  }

  @Test
  void continuesAfterACallThatCannotBeWritten(CapturedOutput output) {
    log.called(call(UUID.randomUUID(), null));
    await().until(() -> output.getAll().contains("could not be logged"));

    isLogged(UUID.randomUUID());
  }

  @Test
  void aHangingDatabaseDoesNotKeepTheNodeFromStopping(CapturedOutput output) throws SQLException {
    try (Connection other = database.getConnection();
        Statement statement = other.createStatement()) {
      other.setAutoCommit(false);
      statement.execute("lock table registrar_call");
      for (int i = 0; i < 500; i++) {
        log.called(call(UUID.randomUUID(), Instant.now()));
      }
      long start = System.nanoTime();

      log.stop();

      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));
      assertThat(output.getAll()).contains("500 calls to the registrar are not logged");
      other.rollback();
    }
  }

  private void isLogged(UUID order) {
    log.called(call(order, Instant.now()));
    await().untilAsserted(() -> assertThat(log.of(order)).hasSize(1));
  }

  private static RegistrarCall call(UUID order, Instant at) {
    return new RegistrarCall(
        "main", "StatusDomain", order, "process", true, 200, null, at, Duration.ofMillis(12));
  }
}
