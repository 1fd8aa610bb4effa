package io.domainflow.order.progress;

import io.domainflow.model.RenewalMode;
import org.jspecify.annotations.Nullable;

/**
 * What an order that suspends, reactivates or cancels a name has found, and what it has to do
 * beside setting the renewal mode.
 *
 * @param modeBefore the renewal mode that is remembered; null if it is one that we do not know
 * @param modeFound the mode that was set meanwhile, here or elsewhere; null if none was
 * @param takeBack whether a renewal that was already charged is reversed
 * @param holdChange null if the hold stays as it is
 * @param holdRefusal the registrar's words when it did not put the name on hold; null if it did not
 *     refuse
 */
public record SuspensionPlan(
    @Nullable RenewalMode modeBefore,
    @Nullable RenewalMode modeFound,
    boolean takeBack,
    @Nullable HoldChange holdChange,
    @Nullable String holdRefusal) {

  /** What to do about the hold that keeps a name from resolving. */
  public enum HoldChange {
    PUT,
    LIFT
  }
}
