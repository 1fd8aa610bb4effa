package io.domainflow.sandbox.protocol;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Reads the fields of a form in UTF-8, and the keys of a command. It is strict on purpose: a
 * tolerated mistake would show only at the real registrar.
 */
public final class FormBody {

  /** The largest request body that is read. */
  public static final int MAX = 256 * 1024;

  /** The prefix of fields that are not keys of a command. */
  public static final String FIELD = "s_";

  private static final int MAX_LINES = 1000;
  private static final Pattern KEY = Pattern.compile("[A-Za-z][A-Za-z0-9_-]{0,79}");

  private FormBody() {}

  /**
   * Reads a form.
   *
   * @throws Refusal 507 if it is invalid
   */
  public static Map<String, String> fields(byte[] body) {
    Map<String, String> fields = new LinkedHashMap<>();
    for (String pair : new String(body, StandardCharsets.ISO_8859_1).split("&", -1)) {
      if (pair.isEmpty()) {
        continue;
      }
      int equals = pair.indexOf('=');
      if (equals < 0) {
        throw refused("field without =");
      }
      String name = name(decode(pair.substring(0, equals)));
      if (fields.put(name, decode(pair.substring(equals + 1))) != null) {
        throw refused("field given twice");
      }
    }
    return fields;
  }

  /** Names of fields may be in upper or lower case. */
  private static String name(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    return lower.startsWith(FIELD) ? lower : text;
  }

  private static String decode(String text) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '%') {
        if (i + 2 >= text.length()) {
          throw refused("broken percent encoding");
        }
        int high = Character.digit(text.charAt(i + 1), 16);
        int low = Character.digit(text.charAt(i + 2), 16);
        if (high < 0 || low < 0) {
          throw refused("broken percent encoding");
        }
        bytes.write(high * 16 + low);
        i += 2;
      } else {
        bytes.write(c == '+' ? ' ' : c);
      }
    }
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .decode(ByteBuffer.wrap(bytes.toByteArray()))
          .toString();
    } catch (CharacterCodingException e) {
      throw refused("not UTF-8");
    }
  }

  /**
   * Adds a key of a command, in capitals, to those read before.
   *
   * @throws Refusal 507 if the name is invalid, or already present
   */
  static void put(Map<String, String> lines, String name, String value) {
    if (!KEY.matcher(name).matches()) {
      throw refused("key of other characters than letters, digits and hyphens");
    }
    if (value.chars().anyMatch(Character::isISOControl)) {
      throw refused("control character in " + name.toUpperCase(Locale.ROOT));
    }
    if (lines.put(name.toUpperCase(Locale.ROOT), value) != null) {
      throw refused(name.toUpperCase(Locale.ROOT) + " given twice");
    }
    if (lines.size() > MAX_LINES) {
      throw refused("more than " + MAX_LINES + " lines");
    }
  }

  /**
   * Adds the key of a line {@code KEY=value}.
   *
   * @throws Refusal 507 if the line is invalid, or the key already present
   */
  static void putLine(Map<String, String> lines, String line) {
    int equals = line.indexOf('=');
    if (equals < 0) {
      throw refused("line without =");
    }
    put(lines, line.substring(0, equals), line.substring(equals + 1));
  }

  /** The refusal of a request that cannot be understood. */
  public static Refusal refused(String detail) {
    return new Refusal(Code.INVALID_FORMAT, detail);
  }
}
