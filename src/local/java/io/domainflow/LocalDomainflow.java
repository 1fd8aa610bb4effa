package io.domainflow;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.springframework.boot.SpringApplication;

/**
 * Starts the whole system on this machine: PostgreSQL with its data in {@code .data/pg}, the
 * sandbox and demo users. {@code mvn spring-boot:test-run} runs this.
 */
public class LocalDomainflow {

  private static final Path DATA = Path.of(".data", "pg");

  /**
   * Runs until it is stopped.
   *
   * @param args settings that override the ones of the local set-up, {@code --server.port=9090}
   */
  public static void main(String[] args) throws IOException, InterruptedException {
    LeftOverPostgres.stop(DATA);
    EmbeddedPostgres postgres = start();
    SpringApplication.getShutdownHandlers().add(() -> close(postgres));
    Map.of(
            "spring.profiles.active", "demo",
            "spring.datasource.url", postgres.getJdbcUrl("postgres", "postgres"),
            "spring.datasource.username", "postgres",
            "spring.datasource.password", "",
            "domainflow.sandbox.enabled", "true",
            "domainflow.sandbox.state-file", ".data/sandbox.jsonl")
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
        // after a crash it reads its log first
        .setPGStartupWait(Duration.ofMinutes(1))
        .setRegisterShutdownHook(false)
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
