package io.domainflow.sandbox.stored.name;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A pending restore.
 *
 * @param role role user who requested it, or empty
 * @param renewalMode renewal mode of the restored name
 * @param reason why it fails; null for the registry's usual one
 * @param charged amount charged to the account
 */
public record Restore(
    String role,
    String renewalMode,
    Instant dueAt,
    boolean successful,
    @Nullable String reason,
    BigDecimal charged,
    String currency) {}
