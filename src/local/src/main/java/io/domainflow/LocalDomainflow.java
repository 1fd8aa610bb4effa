package io.domainflow;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.slf4j.LoggerFactory;
import org.springframework.boot.SpringApplication;

/**
 * Starts the whole system on this machine: PostgreSQL with its data in {@code .data/pg}, the
 * sandbox and demo users. {@code mvn spring-boot:run} runs this.
 */
public class LocalDomainflow {

  private static final Path DATA = Path.of(".data", "pg");

  /** The output of the server and its tools; the console is for this application's messages. */
  private static final Path LOG = Path.of(".data", "postgres.log");

  private static final String ITS_LOGGER = "io.zonky.test.db.postgres";

  /**
   * Runs until it is stopped.
   *
   * @param args settings that override those of the local set-up, such as {@code
   *     --server.port=9090}
   */
  public static void main(String[] args) throws IOException, InterruptedException {
    ((Logger) LoggerFactory.getLogger(ITS_LOGGER)).setLevel(Level.WARN);
    LeftOverPostgres.stop(DATA);
    EmbeddedPostgres postgres = start();
    SpringApplication.getShutdownHandlers().add(() -> close(postgres));
    Map.of(
            "spring.profiles.active",
            "demo",
            "spring.datasource.url",
            postgres.getJdbcUrl("postgres", "postgres"),
            "spring.datasource.username",
            "postgres",
            "spring.datasource.password",
            "",
            "domainflow.sandbox.enabled",
            "true",
            "domainflow.sandbox.state-file",
            ".data/sandbox.jsonl",
            "logging.level." + ITS_LOGGER,
            "warn")
        .forEach(LocalDomainflow::setUnlessGiven);
    SpringApplication.from(DomainflowApplication::main).run(args);
  }

  private static EmbeddedPostgres start() throws IOException {
    Files.createDirectories(DATA);
    return EmbeddedPostgres.builder()
        .setDataDirectory(DATA)
        .setCleanDataDirectory(false)
        .setServerConfig("fsync", "on")
        .setServerConfig("synchronous_commit", "on")
        .setServerConfig("listen_addresses", "127.0.0.1")
        // after a crash the server reads its log first
        .setPGStartupWait(Duration.ofMinutes(1))
        .setRegisterShutdownHook(false)
        .setOutputRedirector(ProcessBuilder.Redirect.appendTo(LOG.toFile()))
        .setErrorRedirector(ProcessBuilder.Redirect.appendTo(LOG.toFile()))
        .start();
  }

  private static void setUnlessGiven(String name, String value) {
    System.getProperties().putIfAbsent(name, value);
  }

  private static void close(EmbeddedPostgres postgres) {
    try {
      postgres.close();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot stop the local PostgreSQL", e);
    }
  }
}
