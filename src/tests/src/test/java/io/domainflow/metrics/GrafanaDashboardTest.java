package io.domainflow.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Grafana can show the dashboard: it shows errors only as empty panels. Tests with a running
 * application check that each panel has data.
 */
class GrafanaDashboardTest {

  private static final Path GRAFANA = Path.of("docker", "grafana");
  private static final Path DASHBOARD = GRAFANA.resolve(Path.of("dashboards", "domainflow.json"));
  private static final Path SOURCES =
      GRAFANA.resolve(Path.of("provisioning", "datasources", "prometheus.yml"));

  /** The width of Grafana's grid. */
  private static final int COLUMNS = 24;

  /** Panels that come with Grafana. */
  private static final Set<String> TYPES =
      Set.of("row", "timeseries", "stat", "bargauge", "gauge", "table", "text", "alertlist");

  private static final Pattern METRIC = Pattern.compile("\\bdomainflow_\\w+");
  private static final Pattern DOCUMENTED = Pattern.compile("`(?:…(?=_)|(?=domainflow_))(\\w+)`");

  private final JsonNode dashboard = new ObjectMapper().readTree(DASHBOARD.toFile());

  GrafanaDashboardTest() throws IOException {}

  @Test
  void hasWhatGrafanaAsksOfADashboard() throws IOException {
    assertThat(dashboard.get("uid").asText()).matches("[a-zA-Z0-9_-]{1,40}");
    assertThat(dashboard.get("title").asText()).isNotBlank();
    assertThat(dashboard.get("schemaVersion").isInt()).isTrue();
    assertThat(panels()).isNotEmpty();
    assertThat(panels().stream().map(panel -> panel.get("id").asInt())).doesNotHaveDuplicates();
    String source = new YAMLMapper().readTree(SOURCES.toFile()).at("/datasources/0/uid").asText();
    for (JsonNode panel : panels()) {
      String title = panel.get("title").asText();
      assertThat(title).isNotBlank();
      assertThat(TYPES).as(title).contains(panel.get("type").asText());
      assertThat(targets(panel).stream().map(target -> target.get("refId").asText()))
          .as(title)
          .doesNotHaveDuplicates();
      if (!targets(panel).isEmpty()) {
        assertThat(panel.at("/datasource/uid").asText()).as(title).isEqualTo(source);
        assertThat(panel.at("/fieldConfig/defaults/unit").isTextual()).as(title).isTrue();
      }
      for (JsonNode target : targets(panel)) {
        assertThat(target.at("/datasource/uid").asText()).as(title).isEqualTo(source);
      }
    }
  }

  @Test
  void placesEachPanelWhereNoOtherIs() {
    List<JsonNode> panels = panels();
    for (int i = 0; i < panels.size(); i++) {
      JsonNode one = panels.get(i).get("gridPos");
      String title = panels.get(i).get("title").asText();
      assertThat(at(one, "x")).as(title).isNotNegative();
      assertThat(at(one, "x") + at(one, "w")).as(title).isLessThanOrEqualTo(COLUMNS);
      assertThat(panels.subList(i + 1, panels.size()))
          .as(title)
          .noneMatch(other -> overlap(one, other.get("gridPos")));
    }
  }

  @Test
  void asksWhatPrometheusUnderstandsOfMetricsThatAreDocumented() throws Exception {
    Prometheus.require();
    // some are named only by their ending, after one with the same beginning
    List<String> documented =
        DOCUMENTED
            .matcher(Files.readString(Path.of("docs", "monitoring.md")))
            .results()
            .map(found -> found.group(1))
            .toList();
    for (JsonNode panel : panels()) {
      for (JsonNode target : targets(panel)) {
        String asked = target.get("expr").asText();
        assertIsUnderstood(asked);
        METRIC
            .matcher(asked)
            .results()
            .map(found -> found.group().replaceAll("_(bucket|sum|count|max)$", ""))
            .forEach(metric -> assertThat(documented).as(metric).anyMatch(metric::endsWith));
      }
    }
  }

  private static void assertIsUnderstood(String expression) throws Exception {
    Process tool =
        new ProcessBuilder("/usr/bin/promtool", "--experimental", "promql", "format", expression)
            .redirectErrorStream(true)
            .start();
    String said = new String(tool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(tool.waitFor()).as(expression + ": " + said).isZero();
  }

  private static boolean overlap(JsonNode one, JsonNode other) {
    return at(one, "x") < at(other, "x") + at(other, "w")
        && at(other, "x") < at(one, "x") + at(one, "w")
        && at(one, "y") < at(other, "y") + at(other, "h")
        && at(other, "y") < at(one, "y") + at(one, "h");
  }

  private static int at(JsonNode place, String what) {
    return place.get(what).asInt();
  }

  private List<JsonNode> panels() {
    return dashboard.get("panels").valueStream().toList();
  }

  private static List<JsonNode> targets(JsonNode panel) {
    return Stream.of(panel.path("targets")).flatMap(JsonNode::valueStream).toList();
  }
}
