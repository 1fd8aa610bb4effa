package io.domainflow.process;

/** Values in forms as they are: forms read their texts as Markdown. */
public final class PlainText {

  private PlainText() {}

  /** On one line, with nothing in it that Markdown or HTML would take for its own. */
  public static String of(String value) {
    return value.replaceAll("[\\r\\n]", " ").replaceAll("([\\\\`*_\\[\\]<>#~|!&])", "\\\\$1");
  }

  /** As the cell of a table; a dash where there is nothing. */
  public static String cell(String value) {
    return value == null || value.isEmpty() ? "–" : of(value);
  }
}
