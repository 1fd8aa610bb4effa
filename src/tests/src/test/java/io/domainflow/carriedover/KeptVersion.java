package io.domainflow.carriedover;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.domainflow.TestDatabase;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Provides the database that version 1.0.0 left when it was stopped, for an application that starts
 * with it at that time. The sandbox has the state of its registrar. Nothing continues at first:
 * each step that asks the registrar is reserved as by a node that died.
 */
final class KeptVersion implements ApplicationContextInitializer<ConfigurableApplicationContext> {

  static final String DATABASE = "database.sql.gz";
  static final String REGISTRAR = "registrar.jsonl.gz";
  static final String STOPPED_AT = "stopped-at.txt";

  /** The schema with a copy of the tables from before the start of the application. */
  static final String BEFORE = "before";

  private static final Path FOLDER =
      Path.of(
          "src", "tests", "src", "test", "resources", "io", "domainflow", "carriedover", "1.0.0");
  private static final List<String> KEPT_ASIDE =
      List.of(
          "provisioning_order",
          "act_ru_execution",
          "act_ru_task",
          "act_ru_identitylink",
          "act_ru_ext_task",
          "act_ru_event_subscr",
          "act_ru_job",
          "act_ru_jobdef",
          "act_ru_incident",
          "act_re_procdef",
          "domain_owner");

  @Override
  public void initialize(ConfigurableApplicationContext application) {
    try {
      Duration clock = Duration.between(Instant.now(), stoppedAt());
      String url = TestDatabase.create();
      restore(url, clock);
      TestPropertyValues.of(
              "spring.datasource.url=" + url,
              "spring.datasource.username=" + TestDatabase.USERNAME,
              "spring.datasource.password=",
              "domainflow.sandbox.state-file=" + registrar(clock))
          .applyTo(application);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (SQLException e) {
      throw new IllegalStateException("the database of the kept version cannot be restored", e);
    }
  }

  /** When the kept version was stopped. */
  static Instant stoppedAt() {
    try {
      return Instant.parse(Files.readString(FOLDER.resolve(STOPPED_AT)).strip());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void restore(String url, Duration clock) throws IOException, SQLException {
    try (Connection connection = DriverManager.getConnection(url, TestDatabase.USERNAME, "");
        Statement statement = connection.createStatement()) {
      statement.execute(read(DATABASE));
      statement.execute("set search_path to public");
      statement.execute("update clock_offset set millis = " + clock.toMillis());
      statement.execute(
          "update act_ru_ext_task set worker_id_ = 'dead-node', lock_exp_time_ = '2100-01-01'");
      statement.execute("create schema " + BEFORE);
      for (String table : KEPT_ASIDE) {
        statement.execute("create table %s.%s as table %2$s".formatted(BEFORE, table));
      }
    }
  }

  /** The sandbox's state, whose clock agrees with the application's. */
  private static Path registrar(Duration clock) throws IOException {
    Path state = Files.createTempDirectory("registrar").resolve("state.jsonl");
    JsonNode rows = new ObjectMapper().readTree(read(REGISTRAR));
    for (JsonNode row : rows) {
      if (row.get("table").asText().equals("settings") && row.get("key").asText().equals("clock")) {
        ((ObjectNode) row.get("value")).put("value", clock.toString());
      }
    }
    return Files.writeString(state, rows + "\n");
  }

  private static String read(String file) throws IOException {
    try (InputStream in = new GZIPInputStream(Files.newInputStream(FOLDER.resolve(file)))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
