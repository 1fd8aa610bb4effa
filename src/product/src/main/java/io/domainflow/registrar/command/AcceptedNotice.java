package io.domainflow.registrar.command;

import java.time.Instant;

/**
 * A trademark claims notice and when it was accepted.
 *
 * @param claimKey key of the claim, from {@link CheckClaims}
 * @param noticeId id of the notice
 * @param acceptHash hash of the notice, from {@link ReadClaimsNotice}; proves which text was
 *     accepted
 * @param expiresAt deadline for accepting the notice and registering the name
 * @param acceptedAt when somebody accepted it
 */
public record AcceptedNotice(
    String claimKey, String noticeId, String acceptHash, Instant expiresAt, Instant acceptedAt) {}
