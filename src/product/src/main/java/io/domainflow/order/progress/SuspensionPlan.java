package io.domainflow.order.progress;

import io.domainflow.model.RenewalMode;
import org.jspecify.annotations.Nullable;

/**
 * The plan of an order that suspends, reactivates or cancels a name: what it has found, and what it
 * has to do besides setting the renewal mode.
 *
 * @param modeBefore the remembered renewal mode; null if it is an unknown one
 * @param modeFound the mode that was set in the meantime, here or elsewhere; null if none was
 * @param takeBack whether a renewal that was already charged is reversed
 * @param holdChange null if the hold stays unchanged
 * @param holdRefusal the registrar's message when it refused the hold; null if it did not refuse
 */
public record SuspensionPlan(
    @Nullable RenewalMode modeBefore,
    @Nullable RenewalMode modeFound,
    boolean takeBack,
    @Nullable HoldChange holdChange,
    @Nullable String holdRefusal) {

  /** The change of the hold that prevents a name from resolving. */
  public enum HoldChange {
    PUT,
    LIFT
  }
}
