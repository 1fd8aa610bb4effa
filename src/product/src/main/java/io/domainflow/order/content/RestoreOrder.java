package io.domainflow.order.content;

import io.domainflow.model.RenewalMode;

/**
 * A restore.
 *
 * @param renewalMode the mode to set after the restore
 */
public record RestoreOrder(RenewalMode renewalMode) implements OrderDetails {

  @Override
  public Operation operation() {
    return Operation.RESTORE;
  }
}
