package io.domainflow.sandbox.stored.name;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The registry's decision about a trade, if it was set up.
 *
 * @param reason why it fails; null for the registry's usual one
 */
public record Decision(Instant at, boolean successful, @Nullable String reason) {}
