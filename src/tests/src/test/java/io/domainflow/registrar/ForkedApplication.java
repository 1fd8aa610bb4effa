package io.domainflow.registrar;

import static org.awaitility.Awaitility.await;

import io.domainflow.Caller;
import io.domainflow.DomainflowApplication;
import io.domainflow.ForkedJvm;
import io.domainflow.FreePort;
import io.domainflow.TestDatabase;
import io.domainflow.build.StartedApplications;
import io.domainflow.build.TestTimeout;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The application in a separate JVM, with a database and a registrar outside of it. */
public final class ForkedApplication {

  /** How long a step stays reserved after its node has died. */
  public static final Duration LOCK_TIME = Duration.ofSeconds(5);

  private final Class<?> main;
  private final Path logs;
  private final int port = FreePort.find();
  private final Map<String, String> settings = new LinkedHashMap<>();
  private List<String> javaOptions = ForkedJvm.QUICK;
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
   * An application with parts of a test.
   *
   * @param main starts it, and makes it crash as set in {@code crash.at}
   */
  public ForkedApplication(Class<?> main, int registrarPort, Path logs) {
    this(main, registrarPort, TestDatabase.create(), logs);
  }

  private ForkedApplication(Class<?> main, int registrarPort, String database, Path logs) {
    this.main = main;
    this.logs = logs;
    String registrar = "http://127.0.0.1:" + registrarPort + "/sandbox/";
    settings.put("spring.profiles.active", "demo");
    settings.put("server.port", String.valueOf(port));
    settings.put("spring.datasource.url", database);
    settings.put("spring.datasource.username", TestDatabase.USERNAME);
    settings.put("spring.datasource.password", "");
    settings.put("domainflow.sandbox.enabled", "true");
    settings.put("domainflow.cnr.sandbox-url", registrar + "cnr/api/call.cgi");
    settings.put("domainflow.ispapi.sandbox-url", registrar + "api/call.cgi");
    settings.put("domainflow.ispapi.connect-timeout", "PT1S");
    settings.put("domainflow.ispapi.call-timeout", "PT2S");
    settings.put("domainflow.ispapi.settle-time", "PT1S");
    settings.put("domainflow.worker.lock-time", LOCK_TIME.toString());
  }

  /**
   * An application with production's memory and timeouts.
   *
   * @param javaOptions JVM options
   * @param more settings that differ from production
   */
  public static ForkedApplication asDelivered(
      int registrarPort,
      String database,
      Path logs,
      List<String> javaOptions,
      Map<String, String> more) {
    ForkedApplication application =
        new ForkedApplication(DomainflowApplication.class, registrarPort, database, logs);
    application.javaOptions = javaOptions;
    application
        .settings
        .keySet()
        .removeIf(name -> name.endsWith("-time") || name.endsWith("-timeout"));
    application.settings.putAll(more);
    return application;
  }

  public Caller caller(String login) {
    return new Caller(port, login);
  }

  /** Waits for answers that are held back until those to other commands are there. */
  void waitLongForAnswers() {
    settings.put("domainflow.ispapi.call-timeout", "PT10S");
    settings.put("domainflow.worker.lock-time", "PT25S");
  }

  /** Starts and waits until it is ready. */
  public void start() throws IOException {
    launch();
    awaitReady();
  }

  /** The process of its JVM. */
  public ProcessHandle process() {
    return process.toHandle();
  }

  public int port() {
    return port;
  }

  /** What it has logged since its last start. */
  public String log() {
    try {
      return Files.readString(log);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
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
    List<String> options = new ArrayList<>(javaOptions);
    options.add("-Dcrash.at=" + crashAt);
    Stream<String> arguments =
        settings.entrySet().stream()
            .map(setting -> "--" + setting.getKey() + "=" + setting.getValue());
    process =
        new ProcessBuilder(ForkedJvm.command(options, main, arguments))
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
                throw new IllegalStateException("it has died:\n" + log());
              }
              return caller("billing").get("/actuator/health/readiness").status() == 200;
            });
  }

  /** Stops it like {@code kill} and service managers do; returns the exit code. */
  public int stop() throws InterruptedException {
    process.destroy();
    return awaitDeath();
  }

  /** Kills it like kill -9. */
  public void kill() throws InterruptedException {
    if (process != null) {
      process.destroyForcibly().waitFor();
    }
  }

  /** Waits until it ends without a signal; returns the exit code. */
  public int awaitDeath() throws InterruptedException {
    if (!process.waitFor(TestTimeout.LIMIT.toSeconds(), TimeUnit.SECONDS)) {
      throw new IllegalStateException("the application did not die");
    }
    return process.exitValue();
  }
}
