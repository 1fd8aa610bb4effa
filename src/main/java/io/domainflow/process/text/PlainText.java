package io.domainflow.process.text;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Values in forms as they are: forms read their texts as Markdown. */
public final class PlainText {

  private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Cntrl}]+");

  private static final Pattern OF_MARKDOWN = Pattern.compile("([\\\\`*_\\[\\]<>#~|!&@])");

  // Addresses become links automatically; what is given away by @ is among the above.
  private static final Pattern ADDRESS = Pattern.compile("(?=://)|(?<=(?i:www))(?=\\.)");

  // At its beginning it would be taken for a list or a line below a heading.
  private static final Pattern BEGINNING =
      Pattern.compile("^(?=[-+=])|(?<=^\\d{1,9})(?=[.)](?: |$))");

  private PlainText() {}

  /** On one line, with nothing in it that Markdown or HTML would take for its own. */
  public static String of(@Nullable String value) {
    String line = BLANKS.matcher(value).replaceAll(" ").strip();
    String escaped = OF_MARKDOWN.matcher(line).replaceAll("\\\\$1");
    String unlinked = ADDRESS.matcher(escaped).replaceAll("\\\\");
    return BEGINNING.matcher(unlinked).replaceFirst("\\\\");
  }

  /** As the cell of a table; a dash where there is nothing. */
  public static String cell(@Nullable String value) {
    return value == null || value.isEmpty() ? "–" : of(value);
  }
}
