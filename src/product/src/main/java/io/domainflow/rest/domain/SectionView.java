package io.domainflow.rest.domain;

import io.domainflow.model.NameSettings;
import io.domainflow.model.Nameserver;
import io.domainflow.model.Section;
import io.domainflow.order.domain.StoredSection;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A section of a name: its wanted settings, and those last read.
 *
 * @param wanted null if nothing was ordered, and for personal data
 * @param wantedSince null if nothing was ordered
 * @param present null if it was not read or the name has none, and for personal data
 * @param differs whether it differs from the wanted settings; null if one of them is not known
 * @param readAt null if it was never read
 * @param source null if it was never read
 */
record SectionView(
    @Nullable Object wanted,
    @Nullable Instant wantedSince,
    @Nullable Object present,
    @Nullable Boolean differs,
    @Nullable Instant readAt,
    StoredSection.@Nullable Source source) {

  /** All sections, by their names in the order API. */
  static Map<String, SectionView> all(Map<Section, StoredSection> known) {
    Map<String, SectionView> views = new LinkedHashMap<>();
    for (Section section : Section.values()) {
      views.put(section.member(), of(section, known.getOrDefault(section, StoredSection.UNKNOWN)));
    }
    return views;
  }

  private static SectionView of(Section section, StoredSection stored) {
    return new SectionView(
        value(section, stored.wanted()),
        stored.wantedSince(),
        value(section, stored.present()),
        stored.differs(),
        stored.readAt(),
        stored.source());
  }

  private static @Nullable Object value(Section section, @Nullable NameSettings settings) {
    if (settings == null) {
      return null;
    }
    return switch (section) {
      case NAMESERVERS -> hosts(settings.nameservers());
      case TRANSFER_LOCK -> settings.transferLock();
      case PRIVACY -> settings.privacy();
      case RENEWAL_MODE -> settings.renewalMode();
      case CONTACTS, REGISTRANT_DETAILS -> null;
    };
  }

  private static @Nullable List<String> hosts(@Nullable List<Nameserver> nameservers) {
    return nameservers == null ? null : nameservers.stream().map(Nameserver::host).toList();
  }
}
