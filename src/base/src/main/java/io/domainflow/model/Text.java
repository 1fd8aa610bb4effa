package io.domainflow.model;

import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Validation of all texts from outside. */
public final class Text {

  private static final int LONGEST_NAME = 64;
  private static final Pattern NOT_PRINTABLE = Pattern.compile("[^\\p{L}\\p{N}\\[\\]._:-]");

  private Text() {}

  /**
   * Refuses line breaks and other control characters. The registrar's protocol has one parameter
   * per line and no escaping, so a line break in a value would be a separate parameter.
   *
   * @return the text without white space at both ends
   * @throws InvalidValue if it contains a control character, a mark that changes the writing
   *     direction, a line or paragraph separator or an unpaired surrogate, or if it is longer than
   *     {@code maxLength} characters
   */
  public static String singleLine(String text, int maxLength) {
    String stripped = text.strip();
    if (text.codePoints().anyMatch(Text::breaksLines)) {
      throw new InvalidValue("must be one line without control characters");
    }
    if (stripped.length() > maxLength) {
      throw new InvalidValue("must have at most " + maxLength + " characters");
    }
    return stripped;
  }

  /** A name from invalid input, shortened and made harmless for the answer to the caller. */
  public static String printable(String name) {
    boolean isLong = name.length() > LONGEST_NAME;
    String clean =
        NOT_PRINTABLE.matcher(isLong ? name.substring(0, LONGEST_NAME) : name).replaceAll("?");
    return isLong ? clean + "…" : clean;
  }

  /**
   * The one value of a closed list.
   *
   * @throws InvalidValue if it is not on the list
   */
  public static <E extends Enum<E>> E oneOf(Class<E> type, String text) {
    return of(type, text, "must be one of " + Arrays.toString(type.getEnumConstants()));
  }

  /**
   * A value of a closed list; a request may name several.
   *
   * @throws InvalidValue if it is not on the list
   */
  public static <E extends Enum<E>> E oneOfSeveral(Class<E> type, String text) {
    return of(
        type,
        text,
        "must be one or more of "
            + Arrays.stream(type.getEnumConstants())
                .map(Enum::name)
                .collect(Collectors.joining(", ")));
  }

  private static <E extends Enum<E>> E of(Class<E> type, String text, String otherwise) {
    return Arrays.stream(type.getEnumConstants())
        .filter(value -> value.name().equals(text))
        .findFirst()
        .orElseThrow(() -> new InvalidValue(otherwise));
  }

  // People must see what is sent: no invisible marks that change the writing direction.
  private static boolean turnsDirection(int codePoint) {
    return codePoint == 0x061C
        || codePoint == 0x200E
        || codePoint == 0x200F
        || (codePoint >= 0x202A && codePoint <= 0x202E)
        || (codePoint >= 0x2066 && codePoint <= 0x2069);
  }

  private static boolean breaksLines(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.CONTROL,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SURROGATE,
          Character.UNASSIGNED ->
          true;
      case Character.FORMAT -> turnsDirection(codePoint);
      default -> false;
    };
  }
}
