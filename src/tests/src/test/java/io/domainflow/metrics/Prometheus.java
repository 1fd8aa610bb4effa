package io.domainflow.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.domainflow.FreePort;
import io.domainflow.NeededTool;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;

/**
 * Runs a Prometheus with the settings of {@code docker/}, which reads this application instead of
 * the one in the container, and more often.
 */
public final class Prometheus implements AutoCloseable {

  private static final Path SETTINGS = Path.of("docker", "prometheus");
  private static final Path DASHBOARD =
      Path.of("docker", "grafana", "dashboards", "domainflow.json");
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  /** The series that a rule uses. */
  private static final Pattern SERIES =
      Pattern.compile("\\b(up|(domainflow|hikaricp)_\\w+)\\b(\\{[^}]*})?");

  private final Process process;
  private final String address;

  private Prometheus(Process process, String address) {
    this.process = process;
    this.address = address;
  }

  /** Requires that the programs are installed. */
  static void require() {
    NeededTool.require(
        Files.isExecutable(Path.of("/usr/bin/prometheus")),
        "Prometheus",
        "apt-get install prometheus");
  }

  /** Starts a Prometheus that reads the application on a port. */
  public static Prometheus of(int port) throws IOException {
    return start(port, "", rules -> rules);
  }

  /** Starts a Prometheus that finds no application, and alerts at once. */
  static Prometheus ofNobody(AlertReceiver receiver) throws IOException {
    return start(
        FreePort.find(),
        """

        alerting:
          alertmanagers:
            - static_configs:
                - targets: ["%s"]
        """
            .formatted(receiver.target()),
        rules -> rules.replaceAll("for: \\d+[mh]", "for: 0s"));
  }

  private static Prometheus start(int port, String more, UnaryOperator<String> patience)
      throws IOException {
    require();
    Path directory = Files.createTempDirectory(Path.of("target"), "prometheus").toAbsolutePath();
    Path password = Files.writeString(directory.resolve("password"), Metrics.PASSWORD);
    Files.writeString(
        directory.resolve("alerts.yml"),
        patience.apply(Files.readString(SETTINGS.resolve("alerts.yml"))));
    Files.writeString(
        directory.resolve("prometheus.yml"),
        Files.readString(SETTINGS.resolve("prometheus.yml"))
                .replace("app:8080", "127.0.0.1:" + port)
                .replace("/run/secrets/metrics_password", password.toString())
                .replace("scrape_interval: 15s", "scrape_interval: 1s")
                .replace("evaluation_interval: 30s", "evaluation_interval: 1s")
            + more);
    String own = "127.0.0.1:" + FreePort.find();
    Process process =
        new ProcessBuilder(
                "/usr/bin/prometheus",
                "--config.file=" + directory.resolve("prometheus.yml"),
                "--storage.tsdb.path=" + directory.resolve("data"),
                "--web.listen-address=" + own)
            .redirectErrorStream(true)
            .redirectOutput(directory.resolve("log").toFile())
            .start();
    return new Prometheus(process, "http://" + own);
  }

  /** Asserts that it reads the application: a rate needs two readings. */
  public void assertReads() {
    await()
        .ignoreExceptions()
        .until(() -> !query("rate(domainflow_orders_placed_total[5m])").isEmpty());
  }

  /** Asserts that every panel of the Grafana dashboard shows data, once an order has just ended. */
  public void assertEveryPanelShowsASeries() throws IOException {
    await().until(() -> !query("sum(rate(domainflow_step_seconds_count[5m])) > 0").isEmpty());
    List<String> expressions = new ArrayList<>();
    SoftAssertions all = new SoftAssertions();
    for (JsonNode panel : JSON.readTree(DASHBOARD.toFile()).get("panels")) {
      for (JsonNode target : panel.path("targets")) {
        String expression = target.get("expr").asText();
        expressions.add(expression);
        all.assertThat(query(expression))
            .as("«%s»: %s", panel.get("title").asText(), expression)
            .anySatisfy(series -> assertThat(series.at("/value/1").asText()).isNotEqualTo("NaN"));
      }
    }
    all.assertThat(expressions).hasSizeGreaterThan(25);
    all.assertAll();
  }

  /** Asserts that every rule is valid, and that its series exist. */
  public void assertEveryRuleWorks() {
    await()
        .untilAsserted(
            () ->
                assertThat(rules())
                    .isNotEmpty()
                    .allSatisfy(
                        rule ->
                            assertThat(rule.get("health").asText())
                                .as(rule.get("name").asText())
                                .isEqualTo("ok")));
    SoftAssertions all = new SoftAssertions();
    rules()
        .forEach(
            rule ->
                SERIES
                    .matcher(rule.get("query").asText())
                    .results()
                    .map(MatchResult::group)
                    .forEach(
                        series ->
                            all.assertThat(query(series))
                                .as("%s asks for %s", rule.get("name").asText(), series)
                                .isNotEmpty()));
    all.assertAll();
  }

  /** The alerts that are pending or firing. */
  public List<String> alerting() {
    return rules().stream()
        .filter(rule -> !rule.get("state").asText().equals("inactive"))
        .map(rule -> rule.get("name").asText())
        .toList();
  }

  private List<JsonNode> rules() {
    return list(get("/api/v1/rules").at("/data/groups/0/rules"));
  }

  private List<JsonNode> query(String expression) {
    return list(
        get("/api/v1/query?query=" + URLEncoder.encode(expression, StandardCharsets.UTF_8))
            .at("/data/result"));
  }

  private static List<JsonNode> list(JsonNode array) {
    return Stream.of(array).flatMap(JsonNode::valueStream).toList();
  }

  private JsonNode get(String path) {
    try {
      HttpResponse<String> response =
          HTTP.send(
              HttpRequest.newBuilder(URI.create(address + path)).build(),
              HttpResponse.BodyHandlers.ofString());
      assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
      return JSON.readTree(response.body());
    } catch (IOException e) {
      throw new IllegalStateException("Prometheus does not answer", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    process.destroy();
    process.onExit().join();
  }
}
