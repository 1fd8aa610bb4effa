package io.domainflow.registrar;

import io.domainflow.model.DomainName;
import io.domainflow.model.Money;
import org.jspecify.annotations.Nullable;

/**
 * The availability of a name according to the registrar.
 *
 * @param reason the registrar's message; null if there is only the status
 * @param priceClass of a premium name, even if it is taken; null for an ordinary name
 * @param price for the first year of a premium name; null if not stated
 */
public record CheckedName(
    DomainName domain,
    NameStatus status,
    @Nullable String reason,
    @Nullable String priceClass,
    @Nullable Money price) {}
