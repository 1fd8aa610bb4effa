package io.domainflow.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.domainflow.FreePort;
import io.domainflow.TestDatabase;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * The two delivered jars have the right content, and start: at the same time, as nothing else runs.
 */
@Execution(ExecutionMode.CONCURRENT)
class JarsIT {

  private static final Path PRODUCTION = Path.of("target", "domainflow.jar");
  private static final Path SANDBOX = Path.of("target", "domainflow-sandbox.jar");

  /** The modules that serve trials, and what they set. */
  private static final Pattern FOR_TRIALS =
      Pattern.compile(
          "BOOT-INF/(lib/domainflow-(sandbox|trial|local)-.*"
              + "|classes/io/domainflow/(sandbox|demo|security/demo)/.*"
              + "|classes/application-(sandbox|demo)\\.yml)");

  private static final int MOST_LINES = 40;

  @TempDir private Path directory;

  @Test
  void productionsJarHasNothingForTrials() throws IOException {
    assertThat(names(PRODUCTION)).noneMatch(FOR_TRIALS.asMatchPredicate());
    assertThat(names(SANDBOX))
        .contains("BOOT-INF/classes/application-demo.yml")
        .anyMatch(name -> name.startsWith("BOOT-INF/lib/domainflow-product-"))
        .anyMatch(name -> name.startsWith("BOOT-INF/lib/domainflow-sandbox-"));
  }

  @Test
  void productionsJarRefusesTheDemoInWords() throws Exception {
    Path log = directory.resolve("production.log");
    Process process = start(log, PRODUCTION, "--spring.profiles.active=demo");
    try {
      assertThat(process.waitFor(TestTimeout.LIMIT.toSeconds(), TimeUnit.SECONDS)).isTrue();
      assertThat(process.exitValue()).isNotZero();
      assertThat(log)
          .content()
          .contains("This is production's jar", "Use domainflow-sandbox.jar")
          .doesNotContain("\tat ", "Exception");
    } finally {
      process.destroyForcibly();
    }
  }

  @Test
  @OnlyInFull("CrashTest: its registrar is the sandbox alone, though not from the jar")
  void theSandboxAnswersAlone() throws Exception {
    int port = FreePort.find();
    Path log = directory.resolve("sandbox.log");
    Process process =
        start(log, SANDBOX, "--spring.profiles.active=sandbox", "--server.port=" + port);
    try {
      await()
          .until(
              () -> {
                assertThat(process.isAlive()).as(Files.readString(log)).isTrue();
                return Files.readString(log).contains("Started DomainflowApplication");
              });

      HttpRequest status =
          HttpRequest.newBuilder(
                  URI.create("http://127.0.0.1:%d/sandbox/api/call.cgi".formatted(port)))
              .header("Content-Type", "application/x-www-form-urlencoded")
              .POST(
                  BodyPublishers.ofString(
                      "s_entity=1234&s_login=test.user&s_pw=test.passw0rd"
                          + "&s_command=COMMAND%3DStatusAccount"))
              .build();
      assertThat(HttpClient.newHttpClient().send(status, BodyHandlers.ofString()).body())
          .containsPattern("(?i)code *= *200");
    } finally {
      process.destroyForcibly().waitFor();
    }
  }

  @Test
  void theDemoSaysWhereItIsAndAsWhomToTryIt() throws Exception {
    int port = FreePort.find();
    String console =
        console(
            SANDBOX,
            port,
            "--spring.profiles.active=demo",
            "--domainflow.sandbox.state-file=" + directory.resolve("sandbox.jsonl"));

    assertThat(console)
        .contains(
            "Domainflow is ready",
            "http://localhost:%d/camunda/app/tasklist/".formatted(port),
            "http://localhost:%d/sandbox".formatted(port),
            "the password is the name",
            "export DF_PORT=" + port)
        .doesNotContain("org.camunda", "org.apache", "org.flywaydb", "com.zaxxer");
    assertThat(console.lines()).hasSizeLessThan(MOST_LINES);
  }

  @Test
  void productionSaysWhichAccountsAnswerAndNoLogins() throws Exception {
    int port = FreePort.find();
    String console =
        console(
            PRODUCTION,
            port,
            "--domainflow.masterkey=AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=",
            "--domainflow.admin.username=root",
            "--domainflow.admin.password=correct-horse-battery",
            "--domainflow.accounts.shop.system=SANDBOX",
            "--domainflow.accounts.shop.login=test.user",
            "--domainflow.accounts.shop.password=test.passw0rd",
            // nobody listens there
            "--domainflow.ispapi.sandbox-url=http://127.0.0.1:1/api/call.cgi");

    assertThat(console)
        .contains(
            "Domainflow is ready",
            "http://localhost:%d/camunda/app/tasklist/".formatted(port),
            "account shop (SANDBOX) does not work")
        .doesNotContain(
            "the password is",
            "correct-horse-battery",
            "test.passw0rd",
            "org.camunda",
            "org.apache");
    assertThat(console.lines()).hasSizeLessThan(MOST_LINES);
  }

  /** The console from the start on an empty database until everything runs, and at the stop. */
  private String console(Path jar, int port, String... settings) throws Exception {
    Path log = directory.resolve("console-" + port + ".log");
    List<String> arguments = new ArrayList<>(List.of(settings));
    arguments.add("--server.port=" + port);
    arguments.add("--spring.datasource.url=" + TestDatabase.create());
    arguments.add("--spring.datasource.username=" + TestDatabase.USERNAME);
    arguments.add("--spring.datasource.password=");
    Process process = start(log, jar, arguments.toArray(String[]::new));
    try {
      await()
          .until(
              () -> {
                assertThat(process.isAlive()).as(Files.readString(log)).isTrue();
                return Files.readString(log).contains("Domainflow is ready");
              });
      process.destroy();
      assertThat(process.waitFor(TestTimeout.LIMIT.toSeconds(), TimeUnit.SECONDS)).isTrue();
      return Files.readString(log);
    } finally {
      process.destroyForcibly();
    }
  }

  private static Process start(Path log, Path jar, String... arguments) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-jar",
                jar.toString()));
    command.addAll(Arrays.asList(arguments));
    StartedApplications.count();
    ProcessBuilder java =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
    java.environment()
        .keySet()
        .removeIf(name -> name.startsWith("SPRING_") || name.startsWith("DOMAINFLOW_"));
    return java.start();
  }

  private static Set<String> names(Path jar) throws IOException {
    try (JarFile file = new JarFile(jar.toFile())) {
      return file.stream()
          .filter(entry -> !entry.isDirectory())
          .map(JarEntry::getName)
          .collect(Collectors.toCollection(TreeSet::new));
    }
  }
}
