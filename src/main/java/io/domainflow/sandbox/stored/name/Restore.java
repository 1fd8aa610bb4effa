package io.domainflow.sandbox.stored.name;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A restore that is under way.
 *
 * @param role role user who asked, or empty
 * @param renewalMode the name gets with it
 * @param reason why it fails; null for the registry's usual one
 * @param charged taken from the account
 */
public record Restore(
    String role,
    String renewalMode,
    Instant dueAt,
    boolean successful,
    @Nullable String reason,
    BigDecimal charged,
    String currency) {}
