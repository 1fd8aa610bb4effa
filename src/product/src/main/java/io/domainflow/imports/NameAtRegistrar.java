package io.domainflow.imports;

import io.domainflow.model.DomainName;
import io.domainflow.model.DomainStatus;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A name of the account as the registrar states it. Dates are null where it states none.
 *
 * @param renewalMode in the registrar's spelling if it is not one of ours
 * @param chargedAt when the next renewal is charged, if the name renews automatically
 * @param contacts handles by their role: OWNER, ADMIN, TECH, BILLING
 */
public record NameAtRegistrar(
    DomainName domain,
    DomainStatus status,
    String renewalMode,
    @Nullable Instant expiresAt,
    @Nullable Instant paidUntil,
    @Nullable Instant chargedAt,
    Map<String, List<String>> contacts) {}
