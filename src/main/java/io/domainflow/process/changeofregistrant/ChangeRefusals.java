package io.domainflow.process.changeofregistrant;

import io.domainflow.order.OrderPart;
import io.domainflow.order.Refusal;
import io.domainflow.registrar.RegistrarFailure.Refused;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** What the registrar means when it does not take a change of registrant. */
final class ChangeRefusals {

  // Texts that the registrar's public modules react to; the codes with them differ.
  private static final Set<String> UPDATE_WANTED =
      Set.of("trade is only allowed for", "use update method");

  private static final String CONFIRMATION = "x-confirm-da-";

  private ChangeRefusals() {}

  /** Whether it wants a plain update, because for it the registrant stays the same. */
  static boolean wantsUpdate(String words) {
    String text = words.toLowerCase(Locale.ROOT);
    return UPDATE_WANTED.stream().anyMatch(text::contains);
  }

  /**
   * Whether it only misses the agent's confirmation, which is not given before there is a consent.
   */
  static boolean missesConfirmation(String words) {
    return words.toLowerCase(Locale.ROOT).contains(CONFIRMATION);
  }

  static Refusal of(Refused refusal) {
    return of(refusal.words());
  }

  static Refusal of(String words) {
    Set<OrderPart> parts = EnumSet.of(OrderPart.REGISTRANT);
    if (words.toUpperCase(Locale.ROOT).contains("X-")) {
      parts.add(OrderPart.ADDITIONAL_FIELDS);
    }
    return new Refusal(parts, words);
  }
}
