package io.domainflow.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** The alerts of {@code docker/prometheus}: they fire when they should, and say what to do. */
class AlertsTest {

  private static final Path RULES = Path.of("docker", "prometheus", "alerts.yml");
  private static final Path CASES =
      Path.of(
          "src",
          "tests",
          "src",
          "test",
          "resources",
          "io",
          "domainflow",
          "metrics",
          "alerts-test.yml");
  private static final Path RUNBOOK = Path.of("docs", "monitoring.md");

  @Test
  void fireWhenTheyShouldAndNotBefore() throws Exception {
    Prometheus.require();
    Process tool =
        new ProcessBuilder("/usr/bin/promtool", "test", "rules", CASES.toString())
            .redirectErrorStream(true)
            .start();
    String said = new String(tool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(tool.waitFor()).as(said).isZero();
  }

  /** The alerts reach the Alertmanager, in whose place the test listens. */
  @Test
  void reachWhoeverPrometheusIsToTell() throws IOException {
    try (AlertReceiver receiver = AlertReceiver.open();
        Prometheus prometheus = Prometheus.ofNobody(receiver)) {
      JsonNode told =
          await()
              .until(
                  () ->
                      receiver.received().stream()
                          .filter(
                              alert -> alert.at("/labels/alertname").asText().equals("NodeDown"))
                          .findFirst()
                          .orElse(null),
                  Objects::nonNull);

      assertThat(prometheus.alerting()).contains("NodeDown");
      assertThat(told.at("/labels/severity").asText()).isEqualTo("critical");
      assertThat(told.at("/annotations/summary").asText())
          .matches("Node 127\\.0\\.0\\.1:\\d+ does not answer\\.");
      assertThat(told.at("/annotations/runbook").asText()).isEqualTo("docs/monitoring.md#nodedown");
    }
  }

  @Test
  void eachHasACaseAndALineInTheRunbook() throws IOException {
    String cases = Files.readString(CASES);
    String runbook = Files.readString(RUNBOOK);

    assertThat(alerts()).hasSizeGreaterThan(10);
    for (JsonNode alert : alerts()) {
      String name = alert.get("alert").asText();
      assertThat(cases).as("a case of %s", name).contains("alertname: " + name + "\n");
      assertThat(runbook)
          .as("what to do about %s", name)
          .containsPattern(Pattern.compile("(?m)^### " + name + "\n\n\\S.{40}"));
      assertThat(alert.at("/annotations/runbook").asText())
          .isEqualTo("docs/monitoring.md#" + name.toLowerCase(Locale.ROOT));
    }
  }

  private static List<JsonNode> alerts() throws IOException {
    JsonNode rules = new YAMLMapper().readTree(RULES.toFile()).at("/groups/0/rules");
    return StreamSupport.stream(rules.spliterator(), false).toList();
  }
}
