package io.domainflow.rest.domain;

import io.domainflow.owner.OwnedName;
import io.domainflow.owner.Owner;
import io.domainflow.owner.OwnerChange;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of names with their owners, by account and name.
 *
 * @param next what to send as {@code after} for the next page; null if this is the last
 */
record DomainOwnerList(List<Entry> domains, @Nullable String next) {

  /**
   * A name.
   *
   * @param owner null if it has no owner
   */
  record Entry(
      String account,
      String domain,
      @Nullable String owner,
      OwnerChange.@Nullable How how,
      @Nullable Instant since) {

    static Entry of(OwnedName name) {
      return new Entry(
          name.account(),
          name.domain(),
          Owner.textOf(name.owner()),
          name.how(),
          name.since() == null ? null : name.since().truncatedTo(ChronoUnit.SECONDS));
    }
  }

  static DomainOwnerList of(List<OwnedName> found, int limit) {
    List<Entry> page = found.stream().limit(limit).map(Entry::of).toList();
    return new DomainOwnerList(
        page,
        found.size() > page.size()
            ? page.get(page.size() - 1).account() + "/" + page.get(page.size() - 1).domain()
            : null);
  }
}
