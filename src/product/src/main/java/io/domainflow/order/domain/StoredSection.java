package io.domainflow.order.domain;

import io.domainflow.model.ContactRole;
import io.domainflow.model.NameSettings;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The actual and the ordered state of a section.
 *
 * @param wanted only this section; null if it was never ordered here
 * @param wantedSince null if nothing was ordered
 * @param present only this section; null if it was never read, or the name has none
 * @param readAt null if it was never read
 * @param source null if it was never read
 */
public record StoredSection(
    @Nullable NameSettings wanted,
    @Nullable Instant wantedSince,
    @Nullable NameSettings present,
    @Nullable Instant readAt,
    @Nullable Source source) {

  /** An unknown section. */
  public static final StoredSection UNKNOWN = new StoredSection(null, null, null, null, null);

  /** The occasion of a reading. */
  public enum Source {
    /** A step of an order. */
    ORDER,
    /** The daily check of the account. */
    DAILY_CHECK,
    /** A refresh on request. */
    REFRESH
  }

  /**
   * Whether the actual state differs from the ordered one; null if either is not known. Contacts
   * are compared in the roles that the registrar states, because not every zone has all of them.
   */
  public @Nullable Boolean differs() {
    if (wanted == null || present == null) {
      return null;
    }
    return !comparable().differing(present).isEmpty();
  }

  /** The ordered state, with contacts only in the roles that the registrar states. */
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
