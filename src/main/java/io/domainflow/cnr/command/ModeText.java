package io.domainflow.cnr.command;

import io.domainflow.model.RenewalMode;
import java.util.Locale;
import java.util.Optional;

/**
 * The registrar's words for renewal modes. Its default is what the account says, and counts as one
 * that renews: so nobody relies on a setting that can change. So does a mode that renews once and
 * then falls back to the default. One that renews once and then ends the name is the mode that
 * comes after: that its renewal has been ordered is said by the time that is paid for.
 */
final class ModeText {

  static final String RENEW_ONCE = "RENEWONCE";

  private static final String THEN = "THEN";

  private ModeText() {}

  /** The mode a text stands for; empty if it is not one of ours. */
  static Optional<RenewalMode> read(String text) {
    String mode = text.toUpperCase(Locale.ROOT);
    return switch (mode.startsWith(RENEW_ONCE + THEN)
        ? mode.substring((RENEW_ONCE + THEN).length())
        : mode) {
      case "AUTORENEW", "DEFAULT", RENEW_ONCE -> Optional.of(RenewalMode.AUTORENEW);
      case "AUTOEXPIRE" -> Optional.of(RenewalMode.AUTOEXPIRE);
      case "AUTODELETE" -> Optional.of(RenewalMode.AUTODELETE);
      default -> Optional.empty();
    };
  }

  /** Whether a renewal at the end of the period has been ordered. */
  static boolean renewsOnce(String text) {
    return text.toUpperCase(Locale.ROOT).startsWith(RENEW_ONCE);
  }

  /** The word for a mode that applies once an ordered renewal has been carried out. */
  static String renewOnceThen(RenewalMode mode) {
    return mode == RenewalMode.AUTORENEW ? RENEW_ONCE : RENEW_ONCE + THEN + mode.name();
  }
}
