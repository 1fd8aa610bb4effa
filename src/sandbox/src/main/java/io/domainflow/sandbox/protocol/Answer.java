package io.domainflow.sandbox.protocol;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The answer to a command.
 *
 * @param detail text after that of the code; empty for none
 * @param pending whether the command is not complete and may still be rejected
 * @param properties columns by name
 */
public record Answer(
    Code code, String detail, boolean pending, Map<String, List<String>> properties) {

  private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");

  public static Answer of(Code code) {
    return of(code, "");
  }

  public static Answer of(Code code, String detail) {
    return new Answer(code, detail, false, new LinkedHashMap<>());
  }

  /** This answer with a property with one cell. */
  public Answer with(String property, String value) {
    properties.put(property, List.of(value));
    return this;
  }

  /** This answer with a property with one cell for each value. */
  public Answer with(String property, List<String> values) {
    properties.put(property, values);
    return this;
  }

  /** The cells of a property; none if it is missing. */
  public List<String> column(String property) {
    return properties.getOrDefault(property, List.of());
  }

  /** This answer without a property. */
  public Answer without(String property) {
    properties.remove(property);
    return this;
  }

  /** This answer with a text after that of its code. */
  public Answer saying(String more) {
    return new Answer(code, more, pending, properties);
  }

  public Answer asPending() {
    return new Answer(code, detail, true, properties);
  }

  public String description() {
    return detail.isEmpty() ? code.text() : code.text() + "; " + detail;
  }

  /** The lines of the answer, without time and end mark. */
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    properties.forEach(
        (name, cells) -> {
          for (int i = 0; i < cells.size(); i++) {
            lines.add("PROPERTY[" + name + "][" + i + "]=" + oneLine(cells.get(i)));
          }
        });
    lines.add("DESCRIPTION=" + oneLine(description()));
    lines.add("CODE=" + code.number());
    if (pending) {
      lines.add("PENDING=1");
    }
    return lines;
  }

  /** The answer as it goes over the text. */
  public String toText() {
    return "[RESPONSE]\n" + String.join("\n", lines()) + "\n\nQUEUETIME=0\nRUNTIME=0.012\n\nEOF\n";
  }

  private static String oneLine(String value) {
    return CONTROL.matcher(value).replaceAll(" ");
  }
}
