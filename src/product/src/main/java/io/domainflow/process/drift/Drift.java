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
 * @param sections the sections that differ
 * @param mark stays the same as long as the name differs in the same way
 * @param problem the registrar's refusal of a correction, for people; null if nothing was tried or
 *     refused
 */
record Drift(DomainName domain, Set<Section> sections, String mark, @Nullable String problem) {

  Drift {
    sections = Collections.unmodifiableSet(EnumSet.copyOf(sections));
  }

  static Drift of(
      DomainName domain, Map<Section, StoredSection> drifted, @Nullable String problem) {
    return new Drift(domain, drifted.keySet(), mark(drifted), problem);
  }

  /** The mark of a name with these differences; a different one without any. */
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
