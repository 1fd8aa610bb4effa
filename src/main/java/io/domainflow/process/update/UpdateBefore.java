package io.domainflow.process.update;

import io.domainflow.model.NameSettings;
import io.domainflow.model.Section;
import io.domainflow.order.ProvisioningOrder;
import io.domainflow.order.progress.Update;
import io.domainflow.order.wanted.UpdateOrder;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How a name was before an update, which is what a reversal restores. What somebody changes in the
 * registrar's panel while the order waits for a person is part of it.
 */
final class UpdateBefore {

  private UpdateBefore() {}

  /**
   * The state before.
   *
   * @param present how the name was read now
   * @param earlier what was planned before; null if nothing was
   */
  static NameSettings of(ProvisioningOrder order, NameSettings present, @Nullable Update earlier) {
    if (earlier == null) {
      return present;
    }
    if (earlier.begun()) {
      return earlier.before();
    }
    // The details were ordered for the registrant of that time, and change no other.
    return order.request().as(UpdateOrder.class).sections().contains(Section.REGISTRANT_DETAILS)
        ? present.with(earlier.before().only(Set.of(Section.REGISTRANT_DETAILS)))
        : present;
  }
}
