package io.domainflow.model;

import java.util.regex.Pattern;

/**
 * A mail that Domainflow sends. Each header is a single line, so that no headers can be injected.
 *
 * @param kind its subject matter, such as {@code CHANGE_ANNOUNCED}; for logs, which do not name the
 *     recipient
 * @param to one mail address, without a name
 * @param domain the domain name it is about, in A-label form
 * @param text plain text with line breaks
 */
public record Mail(String kind, String to, String domain, String subject, String text) {

  private static final Pattern KIND = Pattern.compile("[A-Z][A-Z0-9_]{0,63}");

  // Excludes characters with a special meaning in address lists, quoted or not.
  private static final Pattern ADDRESS =
      Pattern.compile("[!-~&&[^\"(),:;<>@\\[\\\\\\]]]{1,64}@[A-Za-z0-9](?:[A-Za-z0-9.-]{0,251})");

  private static final int LONGEST_ADDRESS = 254;
  private static final int LONGEST_SUBJECT = 200;

  /**
   * Creates a mail.
   *
   * @throws InvalidValue if the address is invalid, or a header is empty or has a line break; the
   *     message does not repeat the value
   */
  public Mail {
    if (!KIND.matcher(kind).matches()) {
      throw new InvalidValue("kind must be in capital letters");
    }
    to = address(to);
    domain = DomainName.of(domain).ascii();
    subject = Text.singleLine(subject, LONGEST_SUBJECT);
    if (subject.isEmpty() || text.isBlank()) {
      throw new InvalidValue("a mail needs a subject and a text");
    }
  }

  /**
   * Checks a mail address.
   *
   * @return the address without surrounding white space
   * @throws InvalidValue if it is not exactly one address that is valid in a mail header
   */
  public static String address(String text) {
    String line = Text.singleLine(text, LONGEST_ADDRESS);
    if (!ADDRESS.matcher(line).matches()) {
      throw new InvalidValue("must be a mail address such as ada@example.net");
    }
    return line;
  }

  /** Whether it is a valid mail address: registrars may have invalid ones. */
  public static boolean isAddress(String text) {
    try {
      address(text);
      return true;
    } catch (InvalidValue e) {
      return false;
    }
  }

  /** Without the address and the text. */
  @Override
  public String toString() {
    return "Mail[" + kind + ", " + domain + "]";
  }
}
