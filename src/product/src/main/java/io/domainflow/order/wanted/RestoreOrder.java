package io.domainflow.order.wanted;

import io.domainflow.model.RenewalMode;

/**
 * A restore.
 *
 * @param renewalMode the mode to set after the restore
 */
public record RestoreOrder(RenewalMode renewalMode) implements Wanted {

  @Override
  public Operation operation() {
    return Operation.RESTORE;
  }
}
