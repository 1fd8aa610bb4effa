package io.domainflow.client;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A token of a client, as it can be shown: without its secret part, which nobody knows here.
 *
 * @param expiresAt null if it does not expire
 * @param lastUsedAt when it was last accepted, to the minute; null if it never was
 */
public record Token(
    String id, Instant createdAt, @Nullable Instant expiresAt, @Nullable Instant lastUsedAt) {

  /** How the token begins, to recognise it by. */
  public String beginning() {
    return TokenText.PREFIX + id;
  }
}
