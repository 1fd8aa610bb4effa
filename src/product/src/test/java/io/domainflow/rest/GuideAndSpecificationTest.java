package io.domainflow.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The guides agree with the specification: each table of members or values in the guide to webhooks
 * has the names of the specification, and a row's text on a single name equals, without links, the
 * specification's. The guides to orders leave the tables to the specification, and have no value or
 * problem that it lacks.
 */
class GuideAndSpecificationTest {

  private static final Pattern BORDER = Pattern.compile("\\|");
  private static final Pattern NAME = Pattern.compile("`([^`]+)`");
  private static final Pattern LINK = Pattern.compile("\\[([^]]*)]\\([^)]*\\)");

  private static final Pattern ITEM = Pattern.compile("^- ([A-Z_]+): ", Pattern.MULTILINE);
  private static final Pattern VALUE = Pattern.compile("`([A-Z]+(?:_[A-Z]+)*)`");
  private static final Pattern PROBLEM = Pattern.compile("`([a-z]+(?:-[a-z]+)+)`");

  /** HTTP methods, a group, and the routes of a change of registrant, which no schema lists. */
  private static final Set<String> OF_SOMETHING_ELSE =
      Set.of("GET", "PUT", "POST", "camunda-admin", "TRADE", "UPDATE");

  /** Schemas whose members the guide describes for an event and the specification for an order. */
  private static final Set<String> IN_OTHER_WORDS = Set.of("OrderEventData");

  private final OpenApi api = OpenApi.read();

  /** A table of a guide; a row may be about several names. */
  record Table(List<String> head, List<List<String>> rows) {

    Set<String> names() {
      return rows.stream()
          .flatMap(row -> namesIn(row.get(0)).stream())
          .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The text of a row on its name. */
    String sentence(List<String> row) {
      return LINK.matcher(row.get(1)).replaceAll("$1");
    }

    @Override
    public String toString() {
      return head.get(0) + ": " + String.join(", ", names());
    }
  }

  static Stream<Table> tables() {
    return tables(OpenApi.webhooksGuide().lines().toList()).stream();
  }

  @ParameterizedTest
  @MethodSource("tables")
  void haveTheSameNames(Table table) {
    assertThat(schemasOf(table)).as("schema of these names").isNotEmpty();
  }

  @ParameterizedTest
  @MethodSource("tables")
  void sayTheSame(Table table) {
    for (String schema : schemasOf(table)) {
      if (!IN_OTHER_WORDS.contains(schema)) {
        for (List<String> row : table.rows()) {
          List<String> names = namesIn(row.get(0));
          if (names.size() == 1) {
            assertThat(said(schema, names.get(0)))
                .as(schema + ", " + names.get(0))
                .isEqualTo(table.sentence(row));
          }
        }
      }
    }
  }

  @Test
  void tablesThatAreReadExist() {
    assertThat(tables().flatMap(table -> schemasOf(table).stream()))
        .contains("Webhook", "WebhookState", "EventType", "OrderEventData", "DeliveryState");
  }

  @ParameterizedTest
  @ValueSource(strings = {"order-api.md", "engine-rest.md", "change-of-registrant.md"})
  void haveOnlyValuesOfTheSpecification(String guide) {
    Set<String> known = new HashSet<>(OF_SOMETHING_ELSE);
    OpenApi.names(api.root().at("/components/schemas"))
        .forEach(schema -> known.addAll(api.values(schema)));
    known.addAll(
        found(ITEM, api.schema("FieldProblem").at("/properties/code/description").asText()));

    assertThat(found(VALUE, OpenApi.text(guide))).isNotEmpty().isSubsetOf(known);
  }

  @ParameterizedTest
  @ValueSource(strings = {"order-api.md", "engine-rest.md", "change-of-registrant.md"})
  void haveOnlyProblemsOfTheSpecification(String guide) {
    Set<String> known = new HashSet<>(OF_SOMETHING_ELSE);
    known.addAll(found(PROBLEM, api.problems()));

    assertThat(found(PROBLEM, OpenApi.text(guide))).isSubsetOf(known);
  }

  private static Set<String> found(Pattern names, String text) {
    return names
        .matcher(text)
        .results()
        .map(found -> found.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** A time at which somebody intends to act is not one at which something happens. */
  @Test
  void sayTheSameOfTheTimeUntilWhichAnOrderWaits() {
    assertThat(OpenApi.guide()).contains(said("WaitingFor", "until").replace("Each", "each"));
    assertThat(api.values("WaitingForCode"))
        .allSatisfy(code -> assertThat(said("WaitingForCode", code)).contains("`until`"));
  }

  private Set<String> schemasOf(Table table) {
    return OpenApi.names(api.root().at("/components/schemas")).stream()
        .filter(schema -> namesOf(schema).equals(table.names()))
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private Set<String> namesOf(String schema) {
    Set<String> names = new TreeSet<>(api.values(schema));
    names.addAll(api.members(schema));
    return names;
  }

  private String said(String schema, String name) {
    JsonNode known = api.schema(schema);
    if (known.has("enum")) {
      return known
          .path("description")
          .asText()
          .lines()
          .filter(line -> line.startsWith("- " + name + ": "))
          .map(line -> line.substring(line.indexOf(": ") + 2))
          .findFirst()
          .orElse(null);
    }
    return known.path("properties").path(name).path("description").asText(null);
  }

  private static List<Table> tables(List<String> lines) {
    List<Table> tables = new ArrayList<>();
    for (int i = 1; i < lines.size(); i++) {
      if (lines.get(i).matches("\\|[-|]+\\|")) {
        tables.add(
            new Table(
                cells(lines.get(i - 1)),
                lines.stream()
                    .skip(i + 1L)
                    .takeWhile(line -> line.startsWith("|"))
                    .map(GuideAndSpecificationTest::cells)
                    .toList()));
      }
    }
    return tables;
  }

  private static List<String> cells(String line) {
    return BORDER.splitAsStream(line.substring(1)).map(String::strip).toList();
  }

  private static List<String> namesIn(String cell) {
    return NAME.matcher(cell)
        .results()
        .map(MatchResult::group)
        .map(GuideAndSpecificationTest::unquoted)
        .toList();
  }

  private static String unquoted(String name) {
    return name.substring(1, name.length() - 1);
  }
}
