package io.domainflow.process.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.domainflow.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** What PostgreSQL says of changes, of its other databases as well. */
class DatabaseChangesTest {

  private final DriverManagerDataSource database =
      new DriverManagerDataSource(TestDatabase.create(), TestDatabase.USERNAME, "");
  private final JdbcClient jdbc = JdbcClient.create(database);
  private final DatabaseChanges changes = new DatabaseChanges(jdbc);

  @BeforeEach
  void table() {
    jdbc.sql("create table written (value int)").update();
  }

  @Test
  void isTheSameAsLongAsNobodyWrites() {
    await()
        .until(
            () -> {
              Optional<String> before = changes.last();
              jdbc.sql("select count(*) from written").query(Integer.class).single();
              return before.isPresent() && changes.last().equals(before);
            });
  }

  @Test
  void isAnotherOneAfterEachChange() {
    String before = whenNobodyWrites();

    jdbc.sql("insert into written values (1)").update();

    assertThat(whenNobodyWrites()).isNotEqualTo(before);
  }

  /** Whether that ends meanwhile would not be seen: a later one has ended already. */
  @Test
  void isUnknownWhileAnEarlierChangeIsUnderWay() throws SQLException {
    try (Connection writer = writer()) {
      jdbc.sql("insert into written values (2)").update();

      assertThat(changes.last()).isEmpty();

      writer.commit();
    }
    assertThat(whenNobodyWrites()).isNotEmpty();
  }

  @Test
  void isAnotherOneOnceTheLatestChangeHasEnded() throws SQLException {
    try (Connection writer = writer()) {
      Optional<String> before = changes.last();

      writer.commit();

      assertThat(changes.last()).isNotEqualTo(before);
    }
  }

  /** A change under way. */
  private Connection writer() throws SQLException {
    Connection writer = database.getConnection();
    writer.setAutoCommit(false);
    try (Statement insert = writer.createStatement()) {
      insert.executeUpdate("insert into written values (1)");
    }
    return writer;
  }

  private String whenNobodyWrites() {
    return await().until(changes::last, Optional::isPresent).orElseThrow();
  }
}
