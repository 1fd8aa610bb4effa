package io.domainflow.order.progress;

import io.domainflow.model.Period;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The renewal of an order, based on the last reading of the name.
 *
 * @param expiresBefore end of the period at the registry before the renewal
 * @param paidUntilBefore until when the name was paid before the renewal; usually the same
 * @param renewableUntil until when the name can be renewed after the end of its period; null if not
 *     stated
 * @param priceClass the registrar's price class of a premium name; null for an ordinary one
 * @param onCommand whether the registry accepts renewal commands; else the renewal is paid now and
 *     executed at the end of the period
 * @param boughtAt when the registrar confirmed it; null before that
 * @param waitedForSince since when the order has been waiting for the later date; reset when
 *     somebody decides to keep waiting; null before the purchase
 * @param refusalCode result code of the registrar's last refusal; null if there was none
 */
public record Renewal(
    Instant expiresBefore,
    Instant paidUntilBefore,
    @Nullable Instant renewableUntil,
    Period period,
    @Nullable String priceClass,
    boolean onCommand,
    @Nullable Instant boughtAt,
    @Nullable Instant waitedForSince,
    @Nullable Integer refusalCode) {

  /** Whether somebody has decided to keep waiting for its later date. */
  public boolean isWaitedForAgain() {
    return boughtAt != null && waitedForSince != null && waitedForSince.isAfter(boughtAt);
  }
}
