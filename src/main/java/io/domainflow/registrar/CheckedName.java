package io.domainflow.registrar;

import io.domainflow.model.DomainName;
import io.domainflow.model.Money;
import org.jspecify.annotations.Nullable;

/**
 * What the registrar says of a name that somebody may want.
 *
 * @param reason the registrar's own words; null if it says nothing beyond the status
 * @param priceClass of a name that has a price of its own, also when it is taken; null for a plain
 *     one
 * @param price for the first year of a name that has a price of its own; null if not stated
 */
public record CheckedName(
    DomainName domain,
    NameStatus status,
    @Nullable String reason,
    @Nullable String priceClass,
    @Nullable Money price) {}
