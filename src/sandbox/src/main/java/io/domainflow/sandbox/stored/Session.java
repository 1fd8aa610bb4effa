package io.domainflow.sandbox.stored;

import java.time.Instant;

/**
 * A session.
 *
 * @param role role user who started it, or empty
 * @param timeout seconds without a call after which the session ends
 * @param maxTtl seconds after which it always ends
 */
public record Session(
    String id,
    String account,
    String role,
    long timeout,
    long maxTtl,
    Instant startedAt,
    Instant lastUsedAt)
    implements Stored {
  @Override
  public String key() {
    return id;
  }

  public boolean expiredAt(Instant time) {
    return !time.isBefore(lastUsedAt.plusSeconds(timeout))
        || !time.isBefore(startedAt.plusSeconds(maxTtl));
  }

  public Session usedAt(Instant time) {
    return new Session(id, account, role, timeout, maxTtl, startedAt, time);
  }
}
