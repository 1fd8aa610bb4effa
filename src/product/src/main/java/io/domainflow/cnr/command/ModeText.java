package io.domainflow.cnr.command;

import io.domainflow.model.RenewalMode;
import java.util.Locale;
import java.util.Optional;

/**
 * The registrar's words for renewal modes. Its default is the setting of the account ({@link
 * DefaultMode}); so is a mode that renews once, because it then falls back to the default. A mode
 * that renews once and then ends the name counts as the mode that follows: the paid period shows
 * that its renewal has been ordered.
 */
final class ModeText {

  static final String RENEW_ONCE = "RENEWONCE";

  private static final String THEN = "THEN";
  private static final String DEFAULT = "DEFAULT";

  private ModeText() {}

  /**
   * The mode of a text; empty if unknown.
   *
   * @param byDefault what the default means for the account; empty if not known
   */
  static Optional<RenewalMode> read(String text, Optional<RenewalMode> byDefault) {
    return isByDefault(text) ? byDefault : own(text);
  }

  /** Whether the account's default applies. */
  static boolean isByDefault(String text) {
    return text.equalsIgnoreCase(DEFAULT) || text.equalsIgnoreCase(RENEW_ONCE);
  }

  /** Whether a renewal at the end of the period has been ordered. */
  static boolean renewsOnce(String text) {
    return text.toUpperCase(Locale.ROOT).startsWith(RENEW_ONCE);
  }

  /** The value that orders a renewal and keeps the present mode, if there is such a value. */
  static String renewOnce(String text) {
    return own(text)
        .filter(mode -> mode != RenewalMode.AUTORENEW)
        .map(ModeText::renewOnceThen)
        .orElse(RENEW_ONCE);
  }

  /** The value for a mode that ends a name after an ordered renewal was executed. */
  static String renewOnceThen(RenewalMode mode) {
    return RENEW_ONCE + THEN + mode.name();
  }

  private static Optional<RenewalMode> own(String text) {
    String mode = text.toUpperCase(Locale.ROOT);
    return switch (mode.startsWith(RENEW_ONCE + THEN)
        ? mode.substring((RENEW_ONCE + THEN).length())
        : mode) {
      case "AUTORENEW" -> Optional.of(RenewalMode.AUTORENEW);
      case "AUTOEXPIRE" -> Optional.of(RenewalMode.AUTOEXPIRE);
      case "AUTODELETE" -> Optional.of(RenewalMode.AUTODELETE);
      default -> Optional.empty();
    };
  }
}
