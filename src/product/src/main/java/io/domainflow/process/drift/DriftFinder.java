package io.domainflow.process.drift;

import io.domainflow.account.NameKeeping;
import io.domainflow.model.DomainName;
import io.domainflow.model.Section;
import io.domainflow.order.domain.StoredDomain;
import io.domainflow.order.domain.StoredDomains;
import io.domainflow.order.domain.StoredSection;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Finds the sections in which a name differs from what was ordered. */
@Component
class DriftFinder {

  /**
   * The sections that are settled for each name. Renewal modes are also wanted for names that
   * nobody has ordered: the check of the account has one task for all of them.
   */
  static final Set<Section> SECTIONS = EnumSet.copyOf(NameKeeping.WATCHED);

  static {
    SECTIONS.remove(Section.RENEWAL_MODE);
  }

  private final StoredDomains domains;
  private final Clock clock;

  DriftFinder(StoredDomains domains, Clock clock) {
    this.domains = domains;
    this.clock = clock;
  }

  /** The sections that differ, according to what is stored of a name. */
  Map<Section, StoredSection> drifted(
      String account, DomainName domain, Map<Section, StoredSection> stored) {
    Map<Section, StoredSection> drifted = new EnumMap<>(Section.class);
    for (Section section : SECTIONS) {
      StoredSection one = stored.getOrDefault(section, StoredSection.UNKNOWN);
      if (Boolean.TRUE.equals(one.differs())
          && !(section == Section.TRANSFER_LOCK && isLockedForNow(account, domain, one))) {
        drifted.put(section, one);
      }
    }
    return drifted;
  }

  // A lock that cannot be removed yet, such as after a change of registrant, is no drift.
  private boolean isLockedForNow(String account, DomainName domain, StoredSection lock) {
    return lock.present() != null
        && Boolean.TRUE.equals(lock.present().transferLock())
        && domains.find(account, domain).filter(this::isHeld).isPresent();
  }

  private boolean isHeld(StoredDomain domain) {
    Instant now = clock.instant();
    return (domain.changeLock() != null && domain.changeLock().until().isAfter(now))
        || (domain.lockedUntil() != null && domain.lockedUntil().isAfter(now));
  }
}
