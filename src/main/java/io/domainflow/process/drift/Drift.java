package io.domainflow.process.drift;

import static java.util.stream.Collectors.joining;

import io.domainflow.model.DomainName;
import io.domainflow.model.NameSettings;
import io.domainflow.model.Section;
import io.domainflow.order.domain.StoredSection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A name that is set up differently from what was ordered.
 *
 * @param sections those in which it is
 * @param mark the same as long as it differs in the same way
 * @param problem what the registrar said when a section was to be set, for people; null if nothing
 *     was tried, or nothing refused
 */
record Drift(DomainName domain, Set<Section> sections, String mark, @Nullable String problem) {

  Drift {
    sections = Collections.unmodifiableSet(EnumSet.copyOf(sections));
  }

  static Drift of(
      DomainName domain, Map<Section, StoredSection> drifted, @Nullable String problem) {
    return new Drift(domain, drifted.keySet(), mark(drifted), problem);
  }

  /** The mark of a name that differs so; another one if nothing differs. */
  static String mark(Map<Section, StoredSection> drifted) {
    String present =
        drifted.entrySet().stream()
            .map(entry -> entry.getKey() + "=" + normalized(entry.getValue().present()))
            .sorted()
            .collect(joining(" "));
    return Integer.toHexString(present.hashCode());
  }

  private static @Nullable NameSettings normalized(@Nullable NameSettings settings) {
    return settings == null ? null : settings.normalized();
  }
}
