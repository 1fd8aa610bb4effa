package io.domainflow.order.progress;

import org.jspecify.annotations.Nullable;

/**
 * How far one section is of an update.
 *
 * @param reason why it is not as wanted, for people; null if it is, or may still be
 */
public record SectionResult(SectionState state, @Nullable String reason) {

  /**
   * The same once the order has ended: what it still wanted is left undone.
   *
   * @param nameHasLeft whether it has ended because its name is no longer here; what was in the way
   *     before does not matter then
   */
  public SectionResult ended(boolean nameHasLeft) {
    if (state != SectionState.WANTED) {
      return this;
    }
    if (nameHasLeft) {
      return new SectionResult(SectionState.NOT_DONE, "the domain has left the account");
    }
    return new SectionResult(
        SectionState.NOT_DONE, reason == null ? "the order has ended before it was done" : reason);
  }
}
