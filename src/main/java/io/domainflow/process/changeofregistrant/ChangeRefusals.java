package io.domainflow.process.changeofregistrant;

import io.domainflow.order.OrderPart;
import io.domainflow.order.Refusal;
import io.domainflow.registrar.ChangeHint;
import io.domainflow.registrar.RegistrarCodes;
import io.domainflow.registrar.RegistrarFailure.Refused;
import java.util.EnumSet;
import java.util.Set;
import org.springframework.stereotype.Component;

/** What the registrar means when it does not take a change of registrant. */
@Component
class ChangeRefusals {

  private final RegistrarCodes codes;

  ChangeRefusals(RegistrarCodes codes) {
    this.codes = codes;
  }

  /** Whether it wants a plain update, because for it the registrant stays the same. */
  boolean wantsUpdate(String words) {
    return codes.changeHints(words).contains(ChangeHint.UPDATE_WANTED);
  }

  /**
   * Whether it only misses the agent's confirmation, which is not given before there is a consent.
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
