package io.domainflow.order.progress;

import io.domainflow.model.RenewalMode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A name that was suspended, or cancelled at the end of its period, and its previous state.
 *
 * @param modeBefore the renewal mode to restore; null if the registrar showed an unknown one
 * @param modeSet the renewal mode that was set instead
 * @param holdSet whether the name was put on hold by us
 */
public record Suspension(
    Kind kind,
    Instant since,
    @Nullable RenewalMode modeBefore,
    RenewalMode modeSet,
    boolean holdSet) {

  /**
   * Whether it belongs to an earlier registration of the name, or to an earlier stay in this
   * account.
   *
   * @param createdAt when the name was registered; null if that is not stated
   * @param transferredAt when it was last transferred; null if never
   */
  public boolean isOfAnotherName(@Nullable Instant createdAt, @Nullable Instant transferredAt) {
    return isSince(createdAt) || isSince(transferredAt);
  }

  private boolean isSince(@Nullable Instant at) {
    return at != null && at.isAfter(since);
  }

  /** What was done to the name. */
  public enum Kind {
    /** It is not renewed and usually does not resolve until it is reactivated. */
    SUSPENDED,
    /** It expires with its period, and resolves until then. */
    CANCELLED
  }
}
