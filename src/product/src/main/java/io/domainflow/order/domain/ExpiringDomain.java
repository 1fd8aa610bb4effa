package io.domainflow.order.domain;

import io.domainflow.model.DomainName;
import io.domainflow.model.RenewalMode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A name whose period ends, or has ended.
 *
 * @param renewalMode null if none of ours was stated
 * @param paidUntil null if it was never stated
 */
public record ExpiringDomain(
    DomainName domain,
    @Nullable RenewalMode renewalMode,
    Instant expiresAt,
    @Nullable Instant paidUntil) {}
