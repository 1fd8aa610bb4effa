package io.domainflow.model;

import java.util.regex.Pattern;

/**
 * A mail of the product to somebody. Each header is a single line, so that nothing can be added to
 * the headers from outside.
 *
 * @param kind what it is about, such as {@code CHANGE_ANNOUNCED}; for logs, which name nobody
 * @param to one mail address, without a name
 * @param domain the domain name it is about, in A-label form
 * @param text plain text with line breaks
 */
public record Mail(String kind, String to, String domain, String subject, String text) {

  private static final Pattern KIND = Pattern.compile("[A-Z][A-Z0-9_]{0,63}");

  // What has a meaning of its own in a list of addresses is left out, quoted or not.
  private static final Pattern ADDRESS =
      Pattern.compile("[!-~&&[^\"(),:;<>@\\[\\\\\\]]]{1,64}@[A-Za-z0-9](?:[A-Za-z0-9.-]{0,251})");

  private static final int LONGEST_ADDRESS = 254;
  private static final int LONGEST_SUBJECT = 200;

  /**
   * Puts a mail together.
   *
   * @throws InvalidValue if the address is none, or there is a line break or nothing where a line
   *     has to be; the message says which, and not what it was
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
   * @return it without white space at both ends
   * @throws InvalidValue if it is not exactly one address that can stand in the head of a mail
   */
  public static String address(String text) {
    String line = Text.singleLine(text, LONGEST_ADDRESS);
    if (!ADDRESS.matcher(line).matches()) {
      throw new InvalidValue("must be a mail address such as ada@example.net");
    }
    return line;
  }

  /** Whether a mail can be sent there: registrars may have addresses that are none. */
  public static boolean isAddress(String text) {
    try {
      address(text);
      return true;
    } catch (InvalidValue e) {
      return false;
    }
  }

  /** Without the address and what the mail says. */
  @Override
  public String toString() {
    return "Mail[" + kind + ", " + domain + "]";
  }
}
