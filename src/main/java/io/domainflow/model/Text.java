package io.domainflow.model;

/** Rules for every text from outside. */
public final class Text {

  private static final int LONGEST_NAME = 64;

  private Text() {}

  /**
   * Refuses line breaks and other control characters. The registrar's protocol has one parameter
   * per line and no escaping, so a line break in a value would be a parameter of its own.
   *
   * @return the text without white space at both ends
   * @throws InvalidValue if a control character, a mark that turns the writing direction, a line or
   *     paragraph separator or an unpaired surrogate is in it, or it is longer than {@code
   *     maxLength} characters
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

  /** A name that is itself part of bad input, cut and harmless, as it goes back to the caller. */
  public static String printable(String name) {
    String clean = name.replaceAll("[^\\p{L}\\p{N}\\[\\]._:-]", "?");
    return clean.length() > LONGEST_NAME ? clean.substring(0, LONGEST_NAME) + "…" : clean;
  }

  // A person must see what is sent: no invisible marks that change the writing direction.
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
