package io.domainflow.sandbox.stored.name;

import io.domainflow.sandbox.stored.Stored;
import java.time.Instant;

/**
 * A trademark notice, created when somebody first asked for it.
 *
 * @param hash proves that it was accepted
 */
public record Notice(String domain, String id, String hash, Instant createdAt, Instant expiresAt)
    implements Stored {
  @Override
  public String key() {
    return domain;
  }

  /** Whether it can be accepted at a time. */
  public boolean validAt(Instant time) {
    return !time.isBefore(createdAt) && time.isBefore(expiresAt);
  }
}
