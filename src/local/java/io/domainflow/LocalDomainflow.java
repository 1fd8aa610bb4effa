package io.domainflow;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
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
    stopLeftOver(DATA.resolve("postmaster.pid"));
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
        .setRegisterShutdownHook(false)
        .start();
  }

  /** A server whose application was killed lives on and holds the data directory. */
  private static void stopLeftOver(Path pidFile) throws IOException, InterruptedException {
    if (!Files.exists(pidFile)) {
      return;
    }
    long pid = Long.parseLong(Files.readAllLines(pidFile).get(0).strip());
    ProcessHandle server = ProcessHandle.of(pid).filter(LocalDomainflow::isPostgres).orElse(null);
    if (server == null) {
      return;
    }
    server.destroy();
    try {
      server.onExit().get(10, TimeUnit.SECONDS);
    } catch (TimeoutException | ExecutionException e) {
      throw new IllegalStateException(
          "The database in .data is in use: another Domainflow runs in this directory. Stop it"
              + " first.",
          e);
    }
  }

  private static boolean isPostgres(ProcessHandle process) {
    return process.info().command().filter(command -> command.endsWith("postgres")).isPresent();
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
