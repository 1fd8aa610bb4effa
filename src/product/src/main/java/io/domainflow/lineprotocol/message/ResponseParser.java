package io.domainflow.lineprotocol.message;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Parses the text of a response:
 *
 * <pre>
 * [RESPONSE]
 * CODE=200
 * DESCRIPTION=Command completed successfully
 * PROPERTY[STATUS][0]=ACTIVE
 * EOF
 * </pre>
 *
 * <p>Lines may be in any order, with LF or CRLF, with or without spaces around the first {@code =},
 * and keys in any case. Unknown keys are skipped, and so is everything after {@code EOF}. Without
 * the first line, {@code CODE}, {@code DESCRIPTION} and {@code EOF} the response is incomplete.
 * Memory is always bounded: the index of a value determines the length of its list, so both the
 * index and the sum of all lists are limited. Texts are stored and shown to people: they are
 * truncated after 10,000 characters, and characters that databases reject, or that reverse the
 * direction of text, become U+FFFD.
 */
public final class ResponseParser {

  private static final int MAX_INDEX = 10_000;
  private static final int MAX_VALUES = 200_000;

  /** Longer than any documented value; trademark notices are the longest. */
  private static final int LONGEST_VALUE = 10_000;

  private static final Pattern CONTROL =
      Pattern.compile("[\\p{Cc}\\p{Cs}\\u061c\\u200e\\u200f\\u2028-\\u202e\\u2066-\\u2069&&[^\t]]");
  private static final Pattern CODE = Pattern.compile("[0-9]{3}");
  private static final Pattern PROPERTY =
      Pattern.compile("PROPERTY\\[([^\\[\\]]+)]\\[([0-9]{1,9})]");
  private static final Pattern WHITE_SPACE = Pattern.compile("\\s+");

  private final Map<String, List<@Nullable String>> properties = new LinkedHashMap<>();
  private int values;
  private @Nullable String code;
  private @Nullable String description;
  private boolean pending;

  private ResponseParser() {}

  /**
   * Parses a response.
   *
   * @throws MalformedResponse if the text is not a complete response or exceeds the limits
   */
  public static RegistrarResponse parse(String body) {
    return new ResponseParser().read(body);
  }

  private RegistrarResponse read(String body) {
    Iterator<String> lines =
        body.lines().map(String::strip).filter(line -> !line.isEmpty()).iterator();
    if (!lines.hasNext() || !lines.next().equalsIgnoreCase("[RESPONSE]")) {
      throw new MalformedResponse("the answer does not start like one");
    }
    while (lines.hasNext()) {
      String line = lines.next();
      if (line.equals("EOF")) {
        return response();
      }
      int equals = line.indexOf('=');
      if (equals > 0) {
        accept(key(line.substring(0, equals)), value(line.substring(equals + 1)));
      }
    }
    throw new MalformedResponse("the answer ends too early");
  }

  private static String key(String text) {
    String key = isPlain(text) ? text : WHITE_SPACE.matcher(text).replaceAll("");
    return key.toUpperCase(Locale.ROOT);
  }

  private static String value(String text) {
    return isPlain(text) ? text : CONTROL.matcher(text).replaceAll("\uFFFD").strip();
  }

  // Price lists have thousands of lines, so the patterns are used only for the few that need them.
  private static boolean isPlain(String text) {
    return text.chars().allMatch(c -> c > ' ' && c < 0x7f);
  }

  private void accept(String key, String value) {
    switch (key) {
      case "CODE" -> code = once(code, value);
      case "DESCRIPTION" -> description = once(description, cut(value));
      case "PENDING" -> pending = value.equals("1");
      default -> {
        Matcher property = PROPERTY.matcher(key);
        if (property.matches()) {
          put(property.group(1), Integer.parseInt(property.group(2)), cut(value));
        }
      }
    }
  }

  private static String cut(String text) {
    return RegistrarResponse.cut(text, LONGEST_VALUE);
  }

  // Two results in one answer: it is not clear which one is valid.
  private static String once(@Nullable String earlier, String value) {
    if (earlier != null) {
      throw new MalformedResponse("the answer contradicts itself");
    }
    return value;
  }

  private void put(String name, int index, String value) {
    if (index > MAX_INDEX) {
      throw new MalformedResponse("the answer has a list that is too long");
    }
    List<@Nullable String> list = properties.computeIfAbsent(name, key -> new ArrayList<>());
    values += Math.max(0, index + 1 - list.size());
    if (values > MAX_VALUES) {
      throw new MalformedResponse("the answer has too many values");
    }
    while (list.size() <= index) {
      list.add(null);
    }
    list.set(index, value);
  }

  private RegistrarResponse response() {
    if (code == null || !CODE.matcher(code).matches()) {
      throw new MalformedResponse("the answer has no result code");
    }
    if (description == null) {
      throw new MalformedResponse("the answer has no description");
    }
    return new RegistrarResponse(Integer.parseInt(code), description, pending, properties);
  }
}
