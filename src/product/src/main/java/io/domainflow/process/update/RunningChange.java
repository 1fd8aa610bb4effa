package io.domainflow.process.update;

import io.domainflow.order.ProvisioningOrder;
import io.domainflow.registrar.Reader;

/**
 * Detects a running change of registrant at the registrar, during which the registrant's details
 * cannot be sent. With some accounts the registrar turns a new address into one without saying so.
 */
final class RunningChange {

  private RunningChange() {}

  /** Whether a change of registrant is running. */
  static boolean of(ProvisioningOrder order, Reader registrar) {
    return registrar
        .change(order.content().domain())
        .filter(change -> !change.state().isOver())
        .isPresent();
  }
}
