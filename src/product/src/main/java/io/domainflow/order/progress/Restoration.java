package io.domainflow.order.progress;

import io.domainflow.model.Money;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The progress of the restore of a deleted name.
 *
 * @param restorableUntil the last moment for it; null if not stated
 * @param priceClass the registrar's price class of a premium name; null for an ordinary one
 * @param renewedYears years to be bought after it, as far as known beforehand; 0 for none
 * @param restorePrice price of the restore alone; null if not stated
 * @param requestedAt when the registrar accepted it; null before that
 * @param restoredAt when the name was found restored; null before that
 */
public record Restoration(
    @Nullable Instant restorableUntil,
    @Nullable String priceClass,
    int renewedYears,
    @Nullable Money restorePrice,
    @Nullable Instant requestedAt,
    @Nullable Instant restoredAt) {}
