package io.domainflow.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A parsed answer, after a check of its form. */
public record ParsedAnswer(
    int code, String description, boolean pending, Map<String, List<String>> properties) {

  private static final Pattern CELL = Pattern.compile("PROPERTY\\[([^]]+)]\\[(\\d+)]=(.*)");

  public static ParsedAnswer parse(String body) {
    List<String> lines = body.lines().toList();
    assertThat(lines).first().isEqualTo("[RESPONSE]");
    assertThat(lines).last().isEqualTo("EOF");
    assertThat(lines).anyMatch(line -> line.startsWith("QUEUETIME="));
    assertThat(lines).anyMatch(line -> line.startsWith("RUNTIME="));
    Map<String, List<String>> properties = new TreeMap<>();
    for (String line : lines) {
      Matcher cell = CELL.matcher(line);
      if (cell.matches()) {
        List<String> cells = properties.computeIfAbsent(cell.group(1), name -> new ArrayList<>());
        assertThat(Integer.parseInt(cell.group(2))).isEqualTo(cells.size());
        cells.add(cell.group(3));
      }
    }
    return new ParsedAnswer(
        Integer.parseInt(value(lines, "CODE")),
        value(lines, "DESCRIPTION"),
        lines.contains("PENDING=1"),
        properties);
  }

  private static String value(List<String> lines, String key) {
    return lines.stream()
        .filter(line -> line.startsWith(key + "="))
        .map(line -> line.substring(key.length() + 1))
        .findFirst()
        .orElseThrow();
  }

  public String first(String property) {
    return all(property).get(0);
  }

  public List<String> all(String property) {
    return properties.getOrDefault(property, List.of());
  }

  /** Code and text together. */
  public String says() {
    return code + " " + description;
  }
}
