package io.domainflow.sandbox;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What a command is answered with.
 *
 * @param detail said after the code's own text; empty for nothing
 * @param pending the command is not complete and may still be rejected
 * @param properties columns by name; a null cell is left out
 */
record Answer(Code code, String detail, boolean pending, Map<String, List<String>> properties) {

  private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");

  static Answer of(Code code) {
    return of(code, "");
  }

  static Answer of(Code code, String detail) {
    return new Answer(code, detail, false, new LinkedHashMap<>());
  }

  /** This answer with a property of one cell. */
  Answer with(String property, String value) {
    properties.put(property, List.of(value));
    return this;
  }

  /** This answer with a property of as many cells as there are values. */
  Answer with(String property, List<String> values) {
    properties.put(property, values);
    return this;
  }

  /** This answer without a property. */
  Answer without(String property) {
    properties.remove(property);
    return this;
  }

  Answer asPending() {
    return new Answer(code, detail, true, properties);
  }

  String description() {
    return detail.isEmpty() ? code.text() : code.text() + "; " + detail;
  }

  /** The lines of the answer, without time and end mark. */
  List<String> lines() {
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

  /** The answer as it goes over the wire. */
  String toWire() {
    return "[RESPONSE]\n" + String.join("\n", lines()) + "\n\nQUEUETIME=0\nRUNTIME=0.012\n\nEOF\n";
  }

  private static String oneLine(String value) {
    return CONTROL.matcher(value).replaceAll(" ");
  }
}
