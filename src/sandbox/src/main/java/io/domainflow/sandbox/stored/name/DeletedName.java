package io.domainflow.sandbox.stored.name;

import io.domainflow.sandbox.stored.Stored;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A deleted name that nobody else can register yet.
 *
 * @param name the name as it was
 * @param restorableUntil the last moment to restore it
 * @param freeAt when anybody can register it
 * @param restore the pending restore; null if none
 */
public record DeletedName(
    String domain,
    RegisteredName name,
    Instant deletedAt,
    Instant restorableUntil,
    Instant freeAt,
    @Nullable Restore restore)
    implements Stored {
  @Override
  public String key() {
    return domain;
  }

  @Override
  public Instant dueAt() {
    return restore == null ? freeAt : restore.dueAt();
  }

  /** Whether its account can request a restore at a time. */
  public boolean restorableAt(Instant time) {
    return time.isBefore(restorableUntil);
  }

  public boolean isOf(String account) {
    return account.equals(name.account());
  }

  public DeletedName with(@Nullable Restore next) {
    return new DeletedName(domain, name, deletedAt, restorableUntil, freeAt, next);
  }
}
