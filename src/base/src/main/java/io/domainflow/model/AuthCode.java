package io.domainflow.model;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The password of a name (EPP {@code authInfo}): its holder may move the name to another registrar.
 * It is passed on byte for byte, including quotes, ampersands, equals signs and spaces; {@code
 * toString} never shows it.
 *
 * <p>It exists as long as its transfer: it is removed from the engine in the transaction that
 * submitted it, stored encrypted in a separate table, and deleted in the transaction in which the
 * transfer or the order ends. Codes are short and could be guessed from a plain hash, so the digest
 * that identifies a repeated order contains a keyed hash.
 */
public final class AuthCode {

  // Leading and trailing white space was copied from the mail.
  private static final int LONGEST = 255;
  private static final Pattern ONE_LINE = Pattern.compile("[\\x20-\\x7E\\u00A1-\\uFFFD]+");

  private final String text;

  private AuthCode(String text) {
    this.text = text;
  }

  /**
   * Parses an auth code; surrounding white space is dropped.
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

  /** The code itself, only for the registrar and the vault. */
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
