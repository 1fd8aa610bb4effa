package io.domainflow.lineprotocol.message;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Formats the text of one command, the value of {@code s_command}:
 *
 * <pre>
 * COMMAND=StatusDomain
 * DOMAIN=example.com
 * </pre>
 *
 * <p>Lines are separated by LF. The protocol has no escaping: a line break in a value would start
 * another parameter. Such a value is refused, never repaired.
 */
public final class CommandText {

  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_]+");
  private static final Pattern KEY = Pattern.compile("[A-Z0-9-]+");

  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

  private CommandText() {}

  /**
   * Formats a command.
   *
   * @param name such as {@code AddDomain}
   * @param parameters without {@code COMMAND}, in the order of the lines; an empty value clears a
   *     field at the registrar
   * @throws IllegalArgumentException if a name, key or value does not fit on its line; the message
   *     names the key, never the value
   */
  public static String encode(String name, Map<String, String> parameters) {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException("A command name has letters, digits and _ only.");
    }
    StringBuilder text = new StringBuilder("COMMAND=").append(name);
    parameters.forEach((key, value) -> appendLine(text, key, value));
    return text.toString();
  }

  /** A point in time as the value of a parameter: UTC, to the second. */
  public static String date(Instant instant) {
    return DATE.format(instant);
  }

  private static void appendLine(StringBuilder text, String key, String value) {
    if (key == null || !KEY.matcher(key).matches()) {
      throw new IllegalArgumentException("A parameter name has A-Z, 0-9 and - only.");
    }
    if (key.equals("COMMAND")) {
      throw new IllegalArgumentException("COMMAND cannot be a parameter of a command.");
    }
    if (value == null) {
      throw new IllegalArgumentException("Parameter " + key + " has no value.");
    }
    if (value.codePoints().anyMatch(CommandText::breaksLine)) {
      throw new IllegalArgumentException(
          "Parameter " + key + " must be one line without control characters.");
    }
    text.append('\n').append(key).append('=').append(value);
  }

  // An unpaired surrogate cannot be encoded in UTF-8: the registrar would receive a different text.
  private static boolean breaksLine(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.CONTROL,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SURROGATE ->
          true;
      default -> false;
    };
  }
}
