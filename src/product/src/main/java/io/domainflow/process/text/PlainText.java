package io.domainflow.process.text;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Escapes values for forms, which read their texts as Markdown. */
public final class PlainText {

  private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Cntrl}]+");

  private static final Pattern OF_MARKDOWN = Pattern.compile("([\\\\`*_\\[\\]<>#~|!&@])");

  // Addresses become links automatically; those that are recognised by @ are covered above.
  private static final Pattern ADDRESS = Pattern.compile("(?=://)|(?<=(?i:www))(?=\\.)");

  // At the start of a line it would be read as a list or as the underline of a heading.
  private static final Pattern BEGINNING =
      Pattern.compile("^(?=[-+=])|(?<=^\\d{1,9})(?=[.)](?: |$))");

  private PlainText() {}

  /** The value on one line, with nothing in it that Markdown or HTML would interpret. */
  public static String of(@Nullable String value) {
    String line = BLANKS.matcher(value).replaceAll(" ").strip();
    String escaped = OF_MARKDOWN.matcher(line).replaceAll("\\\\$1");
    String unlinked = ADDRESS.matcher(escaped).replaceAll("\\\\");
    return BEGINNING.matcher(unlinked).replaceFirst("\\\\");
  }

  /** The value as a table cell; a dash where there is none. */
  public static String cell(@Nullable String value) {
    return value == null || value.isEmpty() ? "–" : of(value);
  }
}
