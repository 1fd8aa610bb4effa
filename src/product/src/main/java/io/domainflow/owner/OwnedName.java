package io.domainflow.owner;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A name of an account and its owner.
 *
 * @param domain in its ASCII form
 * @param owner null if there is none
 * @param how how it got or lost its owner; null if it never had one
 * @param since null as above
 */
public record OwnedName(
    String account,
    String domain,
    @Nullable Owner owner,
    OwnerChange.@Nullable How how,
    @Nullable Instant since) {}
