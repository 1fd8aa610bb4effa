package io.domainflow.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.domainflow.Caller;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.openqa.selenium.By;

/** Compares figures and heat maps in Cockpit with those of the API. */
final class FiguresInCockpit {

  private final Browser browser;
  private final Caller admin;

  FiguresInCockpit(Browser browser, Caller admin) {
    this.browser = browser;
    this.admin = admin;
  }

  JsonNode figure(String name) {
    return admin.get("/api/v1/figures/" + name).body();
  }

  void assertThatANumberLeadsToItsOrders(Cockpit cockpit, JsonNode first) {
    String page =
        cockpit
            .figure("waiting-orders")
            .findElement(By.cssSelector("tbody a"))
            .getDomProperty("href");
    assertThat(page).contains("waitingFor=" + first.get("code").asText());
    String figures = cockpit.page();
    browser.driver().get(page);
    cockpit.awaitText(first.get("orders").asText() + " orders, latest first.");
    cockpit.goTo(figures);
    cockpit.figure("time-to-done");
  }

  void assertFiltersNarrowTheFigures(Cockpit cockpit) {
    cockpit.press("Reset");
    cockpit.choose("Operation", "Transfer");
    cockpit.press("Show");
    cockpit.awaitText("Of all orders: this is not known by operation.");
    assertThat(cockpit.page()).isEqualTo("/figures?days=30&operation=TRANSFER");
    JsonNode transfers = figure("orders-per-day?operation=TRANSFER");
    assertThat(sum(transfers, "completed", row -> true)).isPositive();
    assertThat(cockpit.figure("orders-per-day").getText())
        .contains(
            number(sum(transfers, "completed", row -> true))
                + " completed, "
                + number(sum(transfers, "failed", row -> true))
                + " failed");

    cockpit.goTo("/figures?from=2026-02-30&to=2026-03-01&tld=c/m");
    cockpit.awaitText("Not shown: from must be a day such as 2027-01-31; top-level domain must be");
    cockpit.figure("accounts");
    assertThat(cockpit.shown("[role='alert']")).hasSize(1);
    assertThat(cockpit.shown("#analysis-orders-per-day, #analysis-waiting-orders")).isEmpty();
    browser.picture("analyst-no-such-period");
  }

  /** The numbers on the steps are those of the API, and every step that took time has one. */
  void assertHeat(Cockpit cockpit, String measure, Function<JsonNode, String> number) {
    cockpit.press(measure);
    cockpit.awaitText(measure + ", ");
    Map<String, String> shown = cockpit.heat();
    JsonNode heat =
        admin
            .get("/api/v1/processes/" + definition("DomainRegistrationProcess") + "/heat")
            .body()
            .get("activities");
    Map<String, String> read = new HashMap<>();
    heat.forEach(row -> read.put(row.get("activity").asText(), number.apply(row)));
    assertThat(shown).as(measure).isNotEmpty();
    shown.forEach((step, text) -> assertThat(text).as(step).isEqualTo(read.get(step)));
    heat.forEach(
        row -> {
          String step = row.get("activity").asText();
          if (step.startsWith("Task_") && !read.get(step).startsWith("0")) {
            assertThat(shown).as(measure).containsKey(step);
          }
        });
  }

  String definition(String key) {
    return admin.get("/engine-rest/process-definition/key/" + key).body().get("id").asText();
  }

  /** The rows of a table on the page of figures, of some of its columns. */
  static List<List<String>> table(Cockpit cockpit, String figure, String... titles) {
    List<List<String>> columns =
        Arrays.stream(titles).map(title -> cockpit.column(figure, title)).toList();
    return IntStream.range(0, columns.get(0).size())
        .mapToObj(n -> columns.stream().map(column -> column.get(n).replace(",", "")).toList())
        .toList();
  }

  static List<List<String>> csv(Path file, String... columns) throws IOException {
    try (CSVParser rows =
        CSVFormat.RFC4180
            .builder()
            .setHeader()
            .setSkipHeaderRecord(true)
            .get()
            .parse(Files.newBufferedReader(file))) {
      return rows.stream().map(row -> Arrays.stream(columns).map(row::get).toList()).toList();
    }
  }

  static String who(JsonNode row) {
    return row.get("who").asText();
  }

  static long sum(JsonNode figure, String column, Predicate<JsonNode> which) {
    return rows(figure).filter(which).mapToLong(row -> row.get(column).asLong()).sum();
  }

  private static Stream<JsonNode> rows(JsonNode figure) {
    return StreamSupport.stream(figure.get("rows").spliterator(), false);
  }

  /** A number as the screen shows it. */
  static String number(long number) {
    return String.format(Locale.ENGLISH, "%,d", number);
  }
}
