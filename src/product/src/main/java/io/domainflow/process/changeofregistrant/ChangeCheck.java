package io.domainflow.process.changeofregistrant;

import io.domainflow.order.Failure;
import io.domainflow.order.ProvisioningOrder;
import io.domainflow.process.changeofregistrant.CurrentRegistrant.Result;
import io.domainflow.registrar.RefusalReason;
import io.domainflow.registrar.RegistrarCodes;
import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Checks whether a change of registrant is allowed at all. */
@Component
class ChangeCheck {

  private final Clock clock;
  private final RegistrarCodes codes;

  ChangeCheck(Clock clock, RegistrarCodes codes) {
    this.clock = clock;
    this.codes = codes;
  }

  /**
   * Why the change is not allowed; empty if it is.
   *
   * @param found the name at present; empty if it is not in the account
   * @param disputed whether there is a dispute over the name
   */
  Optional<Failure> obstacle(ProvisioningOrder order, Optional<Result> found, boolean disputed) {
    if (found.isEmpty()) {
      return Optional.of(ChangeFailures.notHere(order, codes.code(RefusalReason.NOT_FOUND)));
    }
    if (disputed) {
      return Optional.of(ChangeFailures.disputed(order));
    }
    if (found.get().hasExpiredForGood(clock.instant())) {
      return Optional.of(ChangeFailures.expired(order));
    }
    return found.get().before(order.content()).changedFields().isEmpty()
        ? Optional.of(ChangeFailures.nothingChanged(order))
        : Optional.empty();
  }
}
