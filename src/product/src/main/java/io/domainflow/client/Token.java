package io.domainflow.client;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A client's token for display, without its secret part, which is not stored.
 *
 * @param expiresAt null if it does not expire
 * @param lastUsedAt when it was last accepted, to the minute; null if never
 */
public record Token(
    String id, Instant createdAt, @Nullable Instant expiresAt, @Nullable Instant lastUsedAt) {

  /** The beginning of the token, to identify it. */
  public String beginning() {
    return TokenCredential.PREFIX + id;
  }
}
