package io.domainflow.process.changeofregistrant;

import io.domainflow.order.OrderPart;
import io.domainflow.order.Refusal;
import io.domainflow.registrar.ChangeHint;
import io.domainflow.registrar.RegistrarCodes;
import io.domainflow.registrar.RegistrarFailure.Refused;
import java.util.EnumSet;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Interprets the registrar's refusals of a change of registrant. */
@Component
class ChangeRefusals {

  private final RegistrarCodes codes;

  ChangeRefusals(RegistrarCodes codes) {
    this.codes = codes;
  }

  /** Whether the registrar wants a plain update, because to it the registrant stays the same. */
  boolean wantsUpdate(String words) {
    return codes.changeHints(words).contains(ChangeHint.UPDATE_WANTED);
  }

  /**
   * Whether only the agent's confirmation is missing, which is not given before there is a consent.
   */
  boolean lacksOnlyConfirmation(String words) {
    return codes.changeHints(words).contains(ChangeHint.CONFIRMATION_MISSING);
  }

  Refusal of(Refused refusal) {
    return of(refusal.words());
  }

  Refusal of(String words) {
    Set<OrderPart> parts = EnumSet.of(OrderPart.REGISTRANT);
    if (codes.changeHints(words).contains(ChangeHint.ADDITIONAL_FIELD)) {
      parts.add(OrderPart.ADDITIONAL_FIELDS);
    }
    return new Refusal(parts, words);
  }
}
