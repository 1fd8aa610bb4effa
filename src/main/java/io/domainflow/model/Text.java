package io.domainflow.model;

/** Rules that hold for every text that comes from outside. */
public final class Text {

  private Text() {}

  /**
   * Refuses line breaks and other control characters. The registrar's protocol has one parameter
   * per line and no escaping, so a line break in a value would be a parameter of its own.
   *
   * @return the text without white space at both ends
   * @throws InvalidValue if a control character, a line or paragraph separator or an unpaired
   *     surrogate is in it, or it is longer than {@code maxLength} characters
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

  private static boolean breaksLines(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.CONTROL,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SURROGATE,
          Character.UNASSIGNED ->
          true;
      default -> false;
    };
  }
}
