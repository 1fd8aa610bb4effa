package io.domainflow.model;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The password of a name (EPP {@code authInfo}): whoever shows it may move the name to another
 * registrar. Taken and passed on exactly as it is, with quotes, ampersands, equals signs and spaces
 * inside; it shows in no text that is made of it.
 */
public final class AuthCode {

  // What stands at the ends is white space of the mail it was copied from.
  private static final int LONGEST = 255;
  private static final Pattern ONE_LINE = Pattern.compile("[\\x20-\\x7E\\u00A1-\\uFFFD]+");

  private final String text;

  private AuthCode(String text) {
    this.text = text;
  }

  /**
   * Reads an auth code; white space around it is dropped.
   *
   * @throws InvalidValue if it is empty, has control characters or is longer than 255 characters;
   *     the message never repeats it
   */
  public static AuthCode of(String text) {
    String code = Text.singleLine(text, LONGEST);
    if (code.isEmpty() || !ONE_LINE.matcher(code).matches()) {
      throw new InvalidValue("must be the auth code in one line");
    }
    return new AuthCode(code);
  }

  /** The code itself: for the registrar and the vault, for nobody else. */
  public String reveal() {
    return text;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof AuthCode code && code.text.equals(text);
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }

  @Override
  public String toString() {
    return "***";
  }
}
