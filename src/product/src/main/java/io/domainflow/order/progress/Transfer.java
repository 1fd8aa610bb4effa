package io.domainflow.order.progress;

import io.domainflow.model.Period;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The progress of the transfer of an order's name.
 *
 * @param kind where the name comes from
 * @param period what the transfer adds to the term by the rules of the zone; null if not stated
 * @param priceClass the registrar's price class of a premium name; null for an ordinary one
 * @param losingRegistrar the registrar's name of the losing registrar; null if not stated
 * @param confirmedByMail whether the zone requires the registrant's confirmation by mail
 * @param requestedAt when the registrar accepted the request; null before that
 * @param phase whom it waits for; null before the request
 * @param phaseEndsAt how long that may take; null if not known
 * @param withdrawnAt when the registrar was last asked to withdraw it; null if it was not, or has
 *     refused
 */
public record Transfer(
    Kind kind,
    @Nullable Period period,
    @Nullable String priceClass,
    @Nullable String losingRegistrar,
    boolean confirmedByMail,
    @Nullable Instant requestedAt,
    @Nullable Phase phase,
    @Nullable Instant phaseEndsAt,
    @Nullable Instant withdrawnAt) {

  /** Where the name comes from. */
  public enum Kind {
    /** From another registrar. */
    REQUEST,
    /** From another account at the same registrar; the registrant stays. */
    USERTRANSFER
  }

  /** Whom a transfer under way waits for. */
  public enum Phase {
    /** For the registrant to confirm by mail. */
    CONFIRMATION_MAIL,
    /** For the registry and the losing registrar, who have time to object. */
    AT_REGISTRY
  }

  /** When the registrar accepted the request of a transfer that is known to have been requested. */
  public Instant requestedAtOrThrow() {
    return Objects.requireNonNull(requestedAt, "the transfer was requested");
  }

  /** Whether the registrar was asked to withdraw it and has not refused. */
  public boolean isWithdrawn() {
    return withdrawnAt != null;
  }
}
