package io.domainflow.metrics;

import static io.domainflow.Registrations.freshName;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.OutputStreamAppender;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.domainflow.Caller;
import io.domainflow.DomainflowTest;
import io.domainflow.Registrations;
import io.domainflow.metrics.Metrics.Sample;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.logging.logback.StructuredLogEncoder;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.env.Environment;

/** Monitoring gets metrics of orders, steps and calls, with the right login. */
@DomainflowTest
class MetricsTest {

  private static final String CALLS = "domainflow_registrar_calls_total";

  /**
   * The allowed labels: each has as many values as there are accounts, commands, codes, processes
   * or steps.
   */
  private static final Set<String> LABELS =
      Set.of(
          "operation",
          "outcome",
          "status",
          "who",
          "code",
          "command",
          "state",
          "account",
          "currency",
          "process",
          "step",
          "ending",
          "overdue",
          "failing",
          "le");

  private final int port;
  private final Registrations registrations;
  private final Caller admin;
  private final Environment environment;

  @Autowired
  MetricsTest(@LocalServerPort int port, Environment environment) {
    this.port = port;
    this.registrations = new Registrations(port);
    this.admin = new Caller(port, "admin");
    this.environment = environment;
  }

  @AfterEach
  void putRight() {
    registrations.registrarIsWellAgain();
  }

  @Test
  void countsWhatAnOrderDoes() {
    Metrics before = Metrics.read(port);

    String reference = registrations.place(freshName("com"));
    registrations.awaitStatus(reference, "COMPLETED");

    Metrics after = Metrics.read(port);
    Map<String, String> register = Map.of("operation", "REGISTER");
    assertThat(more("domainflow_orders_placed_total", register, before, after)).isEqualTo(1);
    assertThat(
            more(
                "domainflow_orders_ended_total",
                Map.of("operation", "REGISTER", "outcome", "COMPLETED"),
                before,
                after))
        .isEqualTo(1);
    assertThat(
            more(
                CALLS,
                Map.of("command", "AddDomain", "account", "sandbox", "code", "200"),
                before,
                after))
        .isEqualTo(1);
    assertThat(
            more(
                "domainflow_step_seconds_count",
                Map.of("step", "register-domain", "ending", "DONE"),
                before,
                after))
        .isEqualTo(1);
  }

  @Test
  void anUnreachableRegistrarIsReportedAndTakesNoNodeOutOfService() {
    registrations.fault("{'command': '*', 'fault': 'RESET_BEFORE', 'times': 100, 'domain': '*'}");
    Metrics before = Metrics.read(port);

    List<String> references =
        Stream.generate(() -> registrations.place(freshName("com"))).limit(6).toList();
    references.forEach(
        reference -> registrations.awaitWaitingFor(reference, "REGISTRAR_UNREACHABLE"));

    await()
        .untilAsserted(
            () -> {
              Metrics metrics = Metrics.read(port);
              assertThat(more(CALLS, Map.of("code", "CONNECTION_LOST"), before, metrics))
                  .isPositive();
              assertThat(metrics.sum("domainflow_steps_in_trouble", Map.of("state", "RETRYING")))
                  .isPositive();
              assertThat(metrics.sum("domainflow_account_answered", Map.of("account", "sandbox")))
                  .isZero();
              assertThat(metrics.sum("domainflow_account_answered", Map.of("account", "sandbox2")))
                  .isEqualTo(1);
              assertThat(
                      more(
                          "domainflow_step_seconds_count",
                          Map.of("ending", "RETRIED"),
                          before,
                          metrics))
                  .isPositive();
            });
    assertThat(admin.get("/actuator/health/readiness").status()).isEqualTo(200);
    registrations.registrarIsWellAgain();
    references.forEach(registrations::cancel);
  }

  @Test
  void noLabelGrowsWithTheOrders() {
    String domain = freshName("com");
    String reference = registrations.place(domain);
    registrations.awaitStatus(reference, "COMPLETED");

    List<Sample> own = Metrics.read(port).own();

    assertThat(own).hasSizeGreaterThan(50);
    assertThat(own).allSatisfy(sample -> assertThat(LABELS).containsAll(sample.labels().keySet()));
    assertThat(own)
        .flatExtracting(sample -> sample.labels().values())
        .noneMatch(value -> value.contains(domain) || value.contains(reference));
    assertThat(own.stream().collect(groupingBy(Sample::name)))
        .allSatisfy((name, samples) -> assertThat(samples).as(name).hasSizeLessThan(3000));
  }

  @ParameterizedTest
  @CsvSource({
    "prometheus, /actuator/prometheus, 200",
    "admin, /actuator/prometheus, 200",
    "operator, /actuator/prometheus, 403",
    "analyst, /actuator/prometheus, 403",
    "billing, /actuator/prometheus, 403",
    "prometheus, /actuator/metrics, 403",
    "prometheus, /api/v1/orders, 403",
    "prometheus, /api/v1/accounts, 403",
    "prometheus, /engine-rest/task, 403",
    "prometheus, /sandbox/ledger, 403"
  })
  void oneLoginReadsTheMetricsAndNothingElse(String login, String path, int status) {
    String password = login.equals("prometheus") ? Metrics.PASSWORD : login;
    assertThat(new Caller(port, login, password).get(path).status()).isEqualTo(status);
  }

  @Test
  void aWrongPasswordAndNoneAreRefused() {
    assertThat(new Caller(port, "prometheus", "guess").get("/actuator/prometheus").status())
        .isEqualTo(401);
    assertThat(Caller.stranger(port).get("/actuator/prometheus").status()).isEqualTo(401);
  }

  @Test
  void linesOfAJsonLogHaveTheOrdersReference() throws Exception {
    String domain = freshName("com");
    String[] reference = new String[1];

    List<JsonNode> lines =
        logged(
            () -> {
              reference[0] = registrations.place(domain);
              registrations.awaitStatus(reference[0], "COMPLETED");
            },
            domain);

    assertThat(lines)
        .hasSizeGreaterThanOrEqualTo(4)
        .allSatisfy(
            line -> {
              assertThat(line.get("orderReference").asText()).isEqualTo(reference[0]);
              assertThat(line.get("@timestamp").asText()).endsWith("Z");
              assertThat(line.at("/log/level").asText()).isEqualTo("INFO");
            });
  }

  @Test
  void aThreadThatHasAnsweredForAnOrderDoesNotLogUnderItsReference() throws Exception {
    String reference = registrations.place(freshName("com"));
    registrations.awaitStatus(reference, "COMPLETED");
    // each thread of the server has answered for it
    for (int i = 0; i < 50; i++) {
      registrations.get(reference);
    }

    List<JsonNode> lines =
        logged(() -> admin.post("/api/v1/accounts/sandbox/test", "{}"), "StatusUser");

    assertThat(lines)
        .filteredOn(line -> line.at("/process/thread/name").asText().contains("exec"))
        .isNotEmpty()
        .noneMatch(line -> line.has("orderReference"));
  }

  /** The lines with this text that are written during the work. */
  private List<JsonNode> logged(Runnable work, String text) throws IOException {
    ByteArrayOutputStream written = new ByteArrayOutputStream();
    OutputStreamAppender<ILoggingEvent> appender = jsonTo(written);
    Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    root.addAppender(appender);
    try {
      work.run();
    } finally {
      root.detachAppender(appender);
      appender.stop();
    }
    List<JsonNode> lines = new ArrayList<>();
    for (String line : written.toString(StandardCharsets.UTF_8).lines().toList()) {
      JsonNode read = new ObjectMapper().readTree(line);
      if (read.get("message").asText().contains(text)) {
        lines.add(read);
      }
    }
    return lines;
  }

  private OutputStreamAppender<ILoggingEvent> jsonTo(ByteArrayOutputStream written) {
    LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
    context.putObject(Environment.class.getName(), environment);
    StructuredLogEncoder encoder = new StructuredLogEncoder();
    encoder.setContext(context);
    encoder.setFormat("ecs");
    encoder.start();
    OutputStreamAppender<ILoggingEvent> appender = new OutputStreamAppender<>();
    appender.setContext(context);
    appender.setEncoder(encoder);
    appender.setOutputStream(written);
    appender.start();
    return appender;
  }

  private static double more(
      String name, Map<String, String> labels, Metrics before, Metrics after) {
    return after.sum(name, labels) - before.sum(name, labels);
  }
}
