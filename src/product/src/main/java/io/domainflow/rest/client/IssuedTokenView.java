package io.domainflow.rest.client;

import io.domainflow.client.NewToken;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A token in the only answer that contains its text.
 *
 * @param token what the client logs in with
 */
record IssuedTokenView(
    String id,
    String beginning,
    Instant createdAt,
    @Nullable Instant expiresAt,
    @Nullable Instant lastUsedAt,
    String token) {

  static IssuedTokenView of(NewToken issued) {
    TokenView known = TokenView.of(issued.token());
    return new IssuedTokenView(
        known.id(),
        known.beginning(),
        known.createdAt(),
        known.expiresAt(),
        known.lastUsedAt(),
        issued.text());
  }

  @Override
  public String toString() {
    return "IssuedTokenView[" + id + ", ***]";
  }
}
