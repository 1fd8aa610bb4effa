package io.domainflow.tld;

import java.util.Random;
import java.util.regex.Pattern;

/**
 * Generates a text that matches a pattern. Supports the syntax used in forms: literals, classes,
 * groups, alternatives and repetitions.
 */
final class SampleText {

  private static final int TRIES = 500;
  private static final String TAME = "7aA5B9x2C";

  private final String pattern;
  private final Random random;
  private int at;

  private SampleText(String pattern, Random random) {
    this.pattern = pattern;
    this.random = random;
  }

  /**
   * Makes a text.
   *
   * @throws IllegalArgumentException if none was found
   */
  static String matching(Pattern pattern) {
    Random random = new Random(42);
    for (int i = 0; i < TRIES; i++) {
      String text = new SampleText(pattern.pattern(), random).alternatives();
      if (pattern.matcher(text).find() && text.equals(text.strip())) {
        return text;
      }
    }
    throw new IllegalArgumentException("no text found for " + pattern);
  }

  private String alternatives() {
    String chosen = sequence();
    for (int seen = 2; at < pattern.length() && pattern.charAt(at) == '|'; seen++) {
      at++;
      String other = sequence();
      chosen = random.nextInt(seen) == 0 ? other : chosen;
    }
    return chosen;
  }

  private String sequence() {
    StringBuilder text = new StringBuilder();
    while (at < pattern.length() && pattern.charAt(at) != '|' && pattern.charAt(at) != ')') {
      int start = at;
      String once = atom();
      int times = repetitions();
      int end = at;
      for (int i = 0; i < times; i++) {
        text.append(i == 0 ? once : again(start));
      }
      at = end;
    }
    return text.toString();
  }

  private String again(int start) {
    at = start;
    return atom();
  }

  private String atom() {
    char c = pattern.charAt(at++);
    return switch (c) {
      case '^', '$' -> "";
      case '.' -> tame(".");
      case '(' -> group();
      case '[' -> tame(charClass());
      case '\\' -> escaped(pattern.charAt(at++));
      default -> String.valueOf(c);
    };
  }

  private String group() {
    boolean look = pattern.startsWith("?=", at) || pattern.startsWith("?!", at);
    if (look || pattern.startsWith("?:", at)) {
      at += 2;
    }
    String inside = alternatives();
    at++;
    return look ? "" : inside;
  }

  private String charClass() {
    int start = at - 1;
    at += pattern.charAt(at) == '^' ? 2 : 1;
    while (pattern.charAt(at) != ']') {
      at += pattern.charAt(at) == '\\' ? 2 : 1;
    }
    at++;
    return pattern.substring(start, at);
  }

  private String escaped(char c) {
    return switch (c) {
      case 'b', 'B' -> "";
      case 'd', 'D', 'w', 'W', 's', 'S' -> tame("\\" + c);
      default -> String.valueOf(c);
    };
  }

  /** One of a few harmless characters, or else the first that is in the class. */
  private String tame(String charClass) {
    Pattern one = Pattern.compile(charClass);
    String fit =
        TAME.chars()
            .filter(c -> matches(one, c))
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
            .toString();
    if (!fit.isEmpty()) {
      return String.valueOf(fit.charAt(random.nextInt(fit.length())));
    }
    for (char c = ' '; c <= '~'; c++) {
      if (matches(one, c)) {
        return String.valueOf(c);
      }
    }
    throw new IllegalArgumentException("no character for " + charClass);
  }

  private static boolean matches(Pattern one, int c) {
    return one.matcher(Character.toString(c)).matches();
  }

  private int repetitions() {
    if (at == pattern.length()) {
      return 1;
    }
    return switch (pattern.charAt(at)) {
      case '?' -> skip(1, random.nextInt(2));
      case '*' -> skip(1, random.nextInt(4));
      case '+' -> skip(1, 1 + random.nextInt(8));
      case '{' -> {
        int end = pattern.indexOf('}', at);
        String[] range = pattern.substring(at + 1, end).split(",", -1);
        int least = Integer.parseInt(range[0]);
        yield skip(end + 1 - at, least + (range.length > 1 ? random.nextInt(2) : 0));
      }
      default -> 1;
    };
  }

  private int skip(int characters, int times) {
    at += characters;
    return times;
  }
}
