package io.domainflow.rest.client;

import io.domainflow.client.Token;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * A token as administrators see it; its secret part is not known here.
 *
 * @param beginning first characters, to recognise it by
 * @param expiresAt null if it does not expire
 * @param lastUsedAt to the minute; null if it was never used
 */
record TokenView(
    String id,
    String beginning,
    Instant createdAt,
    @Nullable Instant expiresAt,
    @Nullable Instant lastUsedAt) {

  static TokenView of(Token token) {
    return new TokenView(
        token.id(),
        token.beginning(),
        token.createdAt().truncatedTo(ChronoUnit.SECONDS),
        token.expiresAt(),
        token.lastUsedAt() == null ? null : token.lastUsedAt().truncatedTo(ChronoUnit.MINUTES));
  }
}
