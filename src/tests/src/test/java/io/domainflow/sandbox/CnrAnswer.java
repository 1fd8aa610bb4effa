package io.domainflow.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A parsed answer of CentralNic Reseller, after a check of its form.
 *
 * @param properties values by name as written, with blanks and in lower case
 */
public record CnrAnswer(
    int code, String description, boolean pending, Map<String, List<String>> properties) {

  private static final Pattern CELL = Pattern.compile("property\\[([^]]+)]\\[(\\d+)] = (.*)");

  public static CnrAnswer parse(String body) {
    assertThat(body).startsWith("[RESPONSE]\ncode = ").endsWith("\nEOF\n");
    List<String> lines = body.lines().toList();
    assertThat(lines).noneMatch(String::isBlank);
    Map<String, List<String>> properties = new TreeMap<>();
    for (String line : lines) {
      Matcher cell = CELL.matcher(line);
      if (cell.matches()) {
        List<String> cells = properties.computeIfAbsent(cell.group(1), name -> new ArrayList<>());
        assertThat(Integer.parseInt(cell.group(2))).isEqualTo(cells.size());
        cells.add(cell.group(3));
      }
    }
    return new CnrAnswer(
        Integer.parseInt(value(lines, "code")),
        value(lines, "description"),
        lines.contains("pending = 1"),
        properties);
  }

  private static String value(List<String> lines, String key) {
    return lines.stream()
        .filter(line -> line.startsWith(key + " = "))
        .map(line -> line.substring(key.length() + " = ".length()))
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
