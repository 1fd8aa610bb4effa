package io.domainflow.order.progress;

import io.domainflow.model.Period;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The progress of the transfer of an order's name.
 *
 * @param kind where the name comes from
 * @param period what the transfer adds to the term, by the rules of the zone; null if they do not
 *     say
 * @param priceClass the registrar's class of a name that has a price of its own; null for a plain
 *     one
 * @param losingRegistrar who has the name until then, as the registrar calls it; null if not stated
 * @param confirmedByMail whether the zone wants the registrant's confirmation by mail
 * @param requestedAt since when it runs at the registrar; null before
 * @param phase whom it waits for; null before it runs
 * @param phaseEndsAt until when that may take; null if it is not known
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

  /** Whom a running transfer waits for. */
  public enum Phase {
    /** For the registrant, who has a mail to confirm. */
    CONFIRMATION_MAIL,
    /** For the registry and the losing registrar, who have time to object. */
    AT_REGISTRY
  }

  /** Whether the registrar was asked to withdraw it and has not refused. */
  public boolean isWithdrawn() {
    return withdrawnAt != null;
  }
}
