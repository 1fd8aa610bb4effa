package io.domainflow.lineprotocol.message;

import java.util.regex.Pattern;

/** Removes secrets from the registrar's texts, which sometimes repeat data that was sent. */
public final class SecretText {

  // Auth codes, passwords, PINs, tokens and passports, by the name of their parameter or property.
  // Anchored at the beginning of the name, because every text is checked and hardly any contains a
  // secret.
  private static final Pattern SECRET =
      Pattern.compile(
          "(?<![A-Z0-9-])([A-Z0-9-]*?(?:AUTH|PASS|SECRET|TOKEN|(?<![A-Z0-9])PIN(?![A-Z0-9]))[A-Z0-9-]*"
              + "(?:]\\[[0-9]+])?\\s*[=:]\\s*)\\S.*",
          Pattern.CASE_INSENSITIVE);

  private SecretText() {}

  /** Replaces everything after the name of a secret in one line of text by {@code ***}. */
  public static String masked(String line) {
    return SECRET.matcher(line).replaceAll("$1***");
  }
}
