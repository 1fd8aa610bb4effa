package io.domainflow.order.progress;

import io.domainflow.model.Money;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The progress of the restore of an order's deleted name.
 *
 * @param restorableUntil the last moment for it; null if not stated
 * @param priceClass the registrar's class of a name that has a price of its own; null for a plain
 *     one
 * @param renewedYears years that are bought after it, as far as is known before; 0 for none
 * @param restorePrice what the restore alone costs; null where the registrar does not say
 * @param requestedAt since when it runs at the registrar; null before
 * @param restoredAt when the name was seen back; null before
 */
public record Restoration(
    @Nullable Instant restorableUntil,
    @Nullable String priceClass,
    int renewedYears,
    @Nullable Money restorePrice,
    @Nullable Instant requestedAt,
    @Nullable Instant restoredAt) {}
