package io.domainflow.registrar;

import static org.awaitility.Awaitility.await;

import io.domainflow.Caller;
import io.domainflow.TestDatabase;
import io.domainflow.build.Patience;
import io.domainflow.build.StartedApplications;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/** The application in a JVM of its own, on one database, with a registrar that lives elsewhere. */
public final class ForkedApplication {

  /** How long a step stays reserved after its node has died. */
  public static final Duration LOCK_TIME = Duration.ofSeconds(5);

  private final Class<?> main;
  private final int registrarPort;
  private final Path logs;
  private final String database;
  private final int port = freePort();
  private Path log;
  private Process process;

  ForkedApplication(int registrarPort, Path logs) {
    this(registrarPort, TestDatabase.create(), logs);
  }

  /**
   * One of several nodes on the same database.
   *
   * @param database JDBC URL
   */
  public ForkedApplication(int registrarPort, String database, Path logs) {
    this(CrashingDomainflow.class, registrarPort, database, logs);
  }

  /**
   * One with parts of a test's own.
   *
   * @param main starts it, and lets it die where {@code crash.at} says
   */
  public ForkedApplication(Class<?> main, int registrarPort, Path logs) {
    this(main, registrarPort, TestDatabase.create(), logs);
  }

  private ForkedApplication(Class<?> main, int registrarPort, String database, Path logs) {
    this.main = main;
    this.registrarPort = registrarPort;
    this.database = database;
    this.logs = logs;
  }

  public Caller caller(String login) {
    return new Caller(port, login);
  }

  /** Starts and waits until it is ready. */
  public void start() throws IOException {
    launch();
    awaitReady();
  }

  boolean isRunning() {
    return process != null && process.isAlive();
  }

  /**
   * The same, but it dies at an answer of the registrar.
   *
   * @param crashAt as in {@link CrashingDomainflow}
   */
  public void startToCrashAt(String crashAt) throws IOException {
    launch(crashAt);
    awaitReady();
  }

  /** Starts without waiting. */
  public void launch() throws IOException {
    launch("");
  }

  private void launch(String crashAt) throws IOException {
    StartedApplications.count();
    log = logs.resolve(UUID.randomUUID() + ".log");
    process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:TieredStopAtLevel=1",
                "-Dcrash.at=" + crashAt,
                "-cp",
                System.getProperty("java.class.path"),
                main.getName(),
                "--spring.profiles.active=demo",
                "--server.port=" + port,
                "--spring.datasource.url=" + database,
                "--spring.datasource.username=" + TestDatabase.USERNAME,
                "--spring.datasource.password=",
                "--domainflow.sandbox.enabled=true",
                "--domainflow.cnr.sandbox-url=http://127.0.0.1:"
                    + registrarPort
                    + "/sandbox/cnr/api/call.cgi",
                "--domainflow.ispapi.sandbox-url=http://127.0.0.1:"
                    + registrarPort
                    + "/sandbox/api/call.cgi",
                "--domainflow.ispapi.connect-timeout=PT1S",
                "--domainflow.ispapi.call-timeout=PT2S",
                "--domainflow.ispapi.settle-time=PT1S",
                "--domainflow.worker.lock-time=" + LOCK_TIME)
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
  }

  /** Waits until it can be used. */
  public void awaitReady() {
    await()
        .ignoreExceptionsInstanceOf(UncheckedIOException.class)
        .until(
            () -> {
              if (!process.isAlive()) {
                throw new IllegalStateException("it has died:\n" + Files.readString(log));
              }
              return caller("billing").get("/actuator/health/readiness").status() == 200;
            });
  }

  /** Asks it to stop, as {@code kill} and every service manager do; gives the exit code. */
  public int stop() throws InterruptedException {
    process.destroy();
    return awaitDeath();
  }

  /** As with kill -9. */
  public void kill() throws InterruptedException {
    if (process != null) {
      process.destroyForcibly().waitFor();
    }
  }

  /** Waits for it to die without a signal; gives the exit code. */
  public int awaitDeath() throws InterruptedException {
    if (!process.waitFor(Patience.OF_TESTS.toSeconds(), TimeUnit.SECONDS)) {
      throw new IllegalStateException("the application did not die");
    }
    return process.exitValue();
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
