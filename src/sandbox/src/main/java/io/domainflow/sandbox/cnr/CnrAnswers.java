package io.domainflow.sandbox.cnr;

import io.domainflow.sandbox.protocol.Answer;
import io.domainflow.sandbox.protocol.Code;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Writes answers in the format of CentralNic Reseller. */
public final class CnrAnswers {

  private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");
  private static final int FIRST_OF_SYNTAX = 500;
  private static final int LAST_OF_SYNTAX = 509;

  private CnrAnswers() {}

  /** The answer as it goes over the text. */
  public static String toText(Answer answer) {
    StringBuilder text = new StringBuilder("[RESPONSE]\n");
    line(text, "code", Integer.toString(answer.code().number()));
    line(text, "description", description(answer));
    if (answer.pending()) {
      line(text, "pending", "1");
    }
    int code = answer.code().number();
    if (code < FIRST_OF_SYNTAX || code > LAST_OF_SYNTAX) {
      line(text, "runtime", "0.006");
      line(text, "queuetime", "0");
    }
    Map<String, List<String>> properties = new TreeMap<>(answer.properties());
    // A part of a larger list states the number of its rows, and none with several columns is
    // known.
    List<String> table =
        properties.containsKey("count")
            ? List.of()
            : properties.getOrDefault("column", List.of()).stream().sorted().toList();
    properties.forEach(
        (name, cells) -> {
          if (!table.contains(name)) {
            columns(text, List.of(name), properties);
          } else if (name.equals(table.get(0))) {
            columns(text, table, properties);
          }
        });
    return text.append("EOF\n").toString();
  }

  /** Writes columns of the same length, row by row. */
  private static void columns(
      StringBuilder text, List<String> names, Map<String, List<String>> properties) {
    for (int i = 0; i < properties.getOrDefault(names.get(0), List.of()).size(); i++) {
      for (String name : names) {
        line(
            text,
            "property[" + name + "][" + i + "]",
            properties.getOrDefault(name, List.of()).get(i));
      }
    }
  }

  private static String description(Answer answer) {
    String words =
        answer.code() == Code.NOT_FOUND ? "Entity reference not found" : answer.code().text();
    return answer.detail().isEmpty() ? words : words + "; " + answer.detail();
  }

  private static void line(StringBuilder text, String name, String value) {
    text.append(name).append(" = ").append(CONTROL.matcher(value).replaceAll(" ")).append('\n');
  }
}
