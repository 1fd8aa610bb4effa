package io.domainflow.process.update;

import io.domainflow.order.ProvisioningOrder;
import io.domainflow.registrar.Reader;

/**
 * A change of registrant that runs at the registrar: while it does, the registrant's details cannot
 * be sent. With some accounts the registrar makes one of a new address, and says so nowhere else.
 */
final class RunningChange {

  private RunningChange() {}

  /** Whether one runs. */
  static boolean of(ProvisioningOrder order, Reader registrar) {
    return registrar
        .change(order.request().domain())
        .filter(change -> !change.state().isOver())
        .isPresent();
  }
}
