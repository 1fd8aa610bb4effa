package io.domainflow.order.progress;

import io.domainflow.model.Period;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What an order buys of further years, by the last look at its name.
 *
 * @param expiresBefore end of the period at the registry before it
 * @param paidUntilBefore up to when the name was paid before it; mostly the same
 * @param renewableUntil until when the name can be renewed although its period is over; null if not
 *     stated
 * @param priceClass the registrar's class of a name that has a price of its own; null for a plain
 *     one
 * @param onCommand whether the registry renews on command; else the renewal is paid now and carried
 *     out at the end of the period
 * @param boughtAt since when the registrar has said that it is done; null before
 * @param waitedForSince since when the order has been waiting for its later date; set again when
 *     somebody decides to keep waiting; null before it was bought
 * @param refusalCode result code of the registrar's last refusal; null if it refused nothing
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
    @Nullable Integer refusalCode) {}
