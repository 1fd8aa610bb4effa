package io.domainflow.wire.protocol;

import java.util.regex.Pattern;

/** Removes secrets from the registrar's texts, which sometimes repeat what was sent. */
public final class SecretText {

  // Auth codes, passwords, PINs, tokens and passports, by the name of their parameter or property.
  // Begins where the name does: every text of the registrar comes here, and hardly one has any.
  private static final Pattern SECRET =
      Pattern.compile(
          "(?<![A-Z0-9-])([A-Z0-9-]*?(?:AUTH|PASS|SECRET|TOKEN|(?<![A-Z0-9])PIN(?![A-Z0-9]))[A-Z0-9-]*"
              + "(?:]\\[[0-9]+])?\\s*[=:]\\s*)\\S.*",
          Pattern.CASE_INSENSITIVE);

  private SecretText() {}

  /** One line of text with {@code ***} in the place of everything after the name of a secret. */
  public static String masked(String line) {
    return SECRET.matcher(line).replaceAll("$1***");
  }
}
