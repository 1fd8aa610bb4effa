package io.domainflow.process.update;

import io.domainflow.model.NameSettings;
import io.domainflow.model.Section;
import io.domainflow.order.ProvisioningOrder;
import io.domainflow.order.content.UpdateOrder;
import io.domainflow.order.progress.Update;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the settings of a name before an update, which a reversal restores. They include changes
 * that somebody makes in the registrar's panel while the order waits for a person.
 */
final class UpdateBefore {

  private UpdateBefore() {}

  /**
   * The state before.
   *
   * @param present the settings as read now
   * @param earlier what was planned before; null if nothing was
   */
  static NameSettings of(ProvisioningOrder order, NameSettings present, @Nullable Update earlier) {
    if (earlier == null) {
      return present;
    }
    if (earlier.begun()) {
      return earlier.before();
    }
    // The details were ordered for the registrant at that time, and do not change another one.
    return order.content().as(UpdateOrder.class).sections().contains(Section.REGISTRANT_DETAILS)
        ? present.with(earlier.before().only(Set.of(Section.REGISTRANT_DETAILS)))
        : present;
  }
}
