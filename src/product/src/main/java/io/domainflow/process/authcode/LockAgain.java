package io.domainflow.process.authcode;

import io.domainflow.model.NameSettings;
import io.domainflow.order.ProvisioningOrder;
import io.domainflow.order.domain.StoredSections;
import io.domainflow.registrar.RegistrarFailure.Refused;
import io.domainflow.registrar.RegistrarGateway;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Sets a transfer lock again that was opened for an auth code. From then on the lock is the wanted
 * setting: if the registrar refuses it, the daily check finds that it is open.
 */
@Component
class LockAgain {

  private final StoredSections sections;

  LockAgain(StoredSections sections) {
    this.sections = sections;
  }

  /** Sets the lock; the registrar's words when it refuses, empty if it does not. */
  static Optional<String> set(ProvisioningOrder order, RegistrarGateway registrar) {
    return refusal(
        () -> registrar.ensure(order.content().account(), UnlockDomainWorker.lock(order, true)));
  }

  /** Does the same for a name that may have left: then there is nothing to lock. */
  static Optional<String> setIfHere(ProvisioningOrder order, RegistrarGateway registrar) {
    try {
      return set(order, registrar);
    } catch (Refused gone) {
      return Optional.empty();
    }
  }

  /**
   * The registrar's words when it refuses a command; empty if it does not.
   *
   * @throws Refused if the name is not here
   */
  static Optional<String> refusal(Runnable command) {
    try {
      command.run();
      return Optional.empty();
    } catch (Refused e) {
      if (e.saysNotHere()) {
        throw e;
      }
      return Optional.of(e.words());
    }
  }

  /** Records that the name should be locked. */
  void want(ProvisioningOrder order) {
    sections.want(
        order.content().account(),
        order.content().domain(),
        new NameSettings(null, true, null, null, Map.of()),
        order.id());
  }
}
