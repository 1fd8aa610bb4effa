package io.domainflow.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The guide for people and the specification for programs say the same: each table of members,
 * values or parameters in the guide has the names that the specification has, and what a row says
 * of one name is, without its links, what the specification says of it.
 */
class GuideAndSpecificationTest {

  private static final Pattern BORDER = Pattern.compile("\\|");
  private static final Pattern NAME = Pattern.compile("`([^`]+)`");

  // where to read on, for people who read on a page
  private static final Pattern SEE = Pattern.compile("[,;] see \\[[^]]*]\\([^)]*\\)");
  private static final Pattern LINK = Pattern.compile("\\[([^]]*)]\\([^)]*\\)");

  /** Tables of something else, by the head of their first column. */
  private static final Set<String> OF_SOMETHING_ELSE =
      Set.of(
          "call",
          "annotation",
          "while it waits for",
          "order",
          "what is different",
          "message",
          "problem",
          "code");

  /** Operations whose parameters have a table, by one that only they have. */
  private static final Map<String, String> PARAMETERS =
      Map.of(
          "registrantKind", "/api/v1/tlds/{tld}/additional-fields",
          "createdFrom", "/api/v1/orders",
          "expiringBefore", "/api/v1/domains");

  /** Where the guide has columns of its own, or a name of what the specification tells apart. */
  private static final Set<String> IN_OTHER_WORDS =
      Set.of("RegistrantChangeMode", "OrderEventData");

  private final OpenApi api = OpenApi.read();

  /** A table of one of the guides; a row may be about several names. */
  record Table(String guide, List<String> head, List<List<String>> rows) {

    Set<String> names() {
      return rows.stream()
          .flatMap(row -> namesIn(row.get(0)).stream())
          .collect(Collectors.toCollection(TreeSet::new));
    }

    /** What a row says of its name, without whether the member is needed. */
    String sentence(List<String> row) {
      String text =
          IntStream.range(1, row.size())
              .filter(column -> !head.get(column).equals("needed"))
              .mapToObj(row::get)
              .filter(cell -> !cell.isEmpty())
              .collect(Collectors.joining(" "));
      return LINK.matcher(SEE.matcher(text).replaceAll("")).replaceAll("$1");
    }

    @Override
    public String toString() {
      return guide + ", " + head.get(0) + ": " + String.join(", ", names());
    }
  }

  static Stream<Table> tables() {
    return Stream.of("order-api.md", "webhooks.md")
        .flatMap(guide -> tables(guide, OpenApi.text(guide).lines().toList()).stream())
        .filter(table -> !OF_SOMETHING_ELSE.contains(table.head().get(0)));
  }

  @ParameterizedTest
  @MethodSource("tables")
  void haveTheSameNames(Table table) {
    Optional<String> parameters =
        PARAMETERS.keySet().stream().filter(table.names()::contains).findFirst();
    if (table.head().get(0).equals("parameter")) {
      assertThat(table.names()).isEqualTo(parametersOf(PARAMETERS.get(parameters.orElseThrow())));
    } else {
      assertThat(schemasOf(table)).as("schema of these names").isNotEmpty();
    }
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
  void tablesThatAreReadAreThere() {
    assertThat(tables()).hasSizeGreaterThan(35);
    assertThat(tables().flatMap(table -> schemasOf(table).stream()))
        .contains("Order", "Contact", "WaitingForCode", "FailureReason", "OrderEventData");
  }

  private Set<String> schemasOf(Table table) {
    return OpenApi.names(api.root().at("/components/schemas")).stream()
        .filter(schema -> namesOf(schema).equals(table.names()))
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private Set<String> namesOf(String schema) {
    Set<String> names = new TreeSet<>(api.values(schema));
    names.addAll(api.members(schema));
    if (schema.equals("Contact")) {
      names.addAll(api.members("ContactHandle"));
    }
    return names;
  }

  private Set<String> parametersOf(String path) {
    Set<String> names = new HashSet<>();
    for (JsonNode parameter : api.root().path("paths").path(path).path("get").path("parameters")) {
      JsonNode meant =
          parameter.has("$ref")
              ? api.root().at(parameter.get("$ref").asText().substring(1))
              : parameter;
      if (meant.path("in").asText().equals("query")) {
        names.add(meant.get("name").asText());
      }
    }
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
    JsonNode member = known.path("properties").path(name);
    return (member.isMissingNode() ? api.schema("ContactHandle").at("/properties/" + name) : member)
        .path("description")
        .asText(null);
  }

  private static List<Table> tables(String guide, List<String> lines) {
    List<Table> tables = new ArrayList<>();
    for (int i = 1; i < lines.size(); i++) {
      if (lines.get(i).matches("\\|[-|]+\\|")) {
        tables.add(
            new Table(
                guide,
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
