package io.domainflow.ispapi.command;

import io.domainflow.model.RenewalMode;
import java.util.Locale;
import java.util.Optional;

/**
 * The registrar spells one renewal mode differently from command to command; its default renews.
 */
final class RenewalModeText {

  private RenewalModeText() {}

  /** The mode of a text; empty if unknown. */
  static Optional<RenewalMode> read(String text) {
    return switch (text.toUpperCase(Locale.ROOT)) {
      case "AUTORENEW", "RENEW", "DEFAULT" -> Optional.of(RenewalMode.AUTORENEW);
      case "AUTOEXPIRE", "EXPIRE" -> Optional.of(RenewalMode.AUTOEXPIRE);
      case "AUTODELETE", "DELETE" -> Optional.of(RenewalMode.AUTODELETE);
      default -> Optional.empty();
    };
  }
}
