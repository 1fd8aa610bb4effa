package io.domainflow.order.domain;

import io.domainflow.model.ContactRole;
import io.domainflow.model.NameSettings;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A section of a name: as it was read last, and as it is to be.
 *
 * @param wanted says this section only; null if nobody has ordered anything of it here
 * @param wantedSince null if nothing is wanted
 * @param present says this section only; null if it was never read, or the name has none
 * @param readAt null if it was never read
 * @param source null if it was never read
 */
public record StoredSection(
    @Nullable NameSettings wanted,
    @Nullable Instant wantedSince,
    @Nullable NameSettings present,
    @Nullable Instant readAt,
    @Nullable Source source) {

  /** A section of which nothing is known. */
  public static final StoredSection UNKNOWN = new StoredSection(null, null, null, null, null);

  /** What the registrar was read for. */
  public enum Source {
    /** A step of an order. */
    ORDER,
    /** The daily check of the account. */
    DAILY_CHECK,
    /** Somebody who wanted to know. */
    REFRESH
  }

  /**
   * Whether it is another than wanted; null if either is not known. Contacts are compared in the
   * roles that the registrar states: not every zone has all of them.
   */
  public @Nullable Boolean differs() {
    if (wanted == null || present == null) {
      return null;
    }
    return !comparable().differing(present).isEmpty();
  }

  /** What is wanted, of contacts in the roles that the registrar states. */
  public NameSettings comparable() {
    if (wanted == null || present == null) {
      return NameSettings.NOTHING;
    }
    Map<ContactRole, List<String>> stated = new EnumMap<>(ContactRole.class);
    wanted
        .contacts()
        .forEach(
            (role, handles) -> {
              if (!present.contacts().getOrDefault(role, List.of()).isEmpty()) {
                stated.put(role, handles);
              }
            });
    return new NameSettings(
        wanted.nameservers(),
        wanted.transferLock(),
        wanted.privacy(),
        wanted.renewalMode(),
        stated);
  }
}
