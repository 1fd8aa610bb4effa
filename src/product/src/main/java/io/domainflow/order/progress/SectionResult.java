package io.domainflow.order.progress;

import org.jspecify.annotations.Nullable;

/**
 * The result of an update for one section.
 *
 * @param reason why it is not as ordered, for people; null if it is, or may still become so
 */
public record SectionResult(SectionState state, @Nullable String reason) {

  /**
   * The result once the order has ended: what is still open is not done.
   *
   * @param nameHasLeft whether the order ended because its name has left; earlier obstacles do not
   *     matter then
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
