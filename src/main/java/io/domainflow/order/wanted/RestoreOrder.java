package io.domainflow.order.wanted;

import io.domainflow.model.RenewalMode;

/**
 * A restore.
 *
 * @param renewalMode what the name gets
 */
public record RestoreOrder(RenewalMode renewalMode) implements Wanted {

  @Override
  public Operation operation() {
    return Operation.RESTORE;
  }
}
