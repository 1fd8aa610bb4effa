package io.domainflow.rest.client;

import io.domainflow.client.NewToken;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A token in the only answer that contains its text.
 *
 * @param token what the client logs in with
 */
record NewTokenView(
    String id,
    String beginning,
    Instant createdAt,
    @Nullable Instant expiresAt,
    @Nullable Instant lastUsedAt,
    String token) {

  static NewTokenView of(NewToken issued) {
    TokenView known = TokenView.of(issued.token());
    return new NewTokenView(
        known.id(),
        known.beginning(),
        known.createdAt(),
        known.expiresAt(),
        known.lastUsedAt(),
        issued.text());
  }

  @Override
  public String toString() {
    return "NewTokenView[" + id + ", ***]";
  }
}
