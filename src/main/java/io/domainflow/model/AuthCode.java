package io.domainflow.model;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The password of a name (EPP {@code authInfo}): its holder may move the name to another registrar.
 * Taken and passed on byte for byte, with quotes, ampersands, equals signs and spaces inside; its
 * string form never shows it.
 *
 * <p>It lives as long as its transfer: it leaves the engine in the transaction that brought it, is
 * sealed in a table of its own, and is deleted in the transaction in which the transfer or the
 * order ends. Codes are short, so that one could be guessed from a plain hash: into the digest by
 * which a repeated order is recognised it goes under a key of ours.
 */
public final class AuthCode {

  // White space at the ends comes from the mail it was copied from.
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
