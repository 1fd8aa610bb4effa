package io.domainflow.process.update;

import io.domainflow.model.NameSettings;
import io.domainflow.model.Section;
import io.domainflow.order.progress.SectionResult;
import io.domainflow.order.progress.SectionState;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Determines the progress of each section of an update from the present settings of the name. */
final class SectionStates {

  private SectionStates() {}

  /**
   * The state of each section. A refused section stays refused; one that is still open keeps the
   * reason why it was not done so far.
   *
   * @param ordered sections of the order
   * @param unknown sections whose wanted value is not known yet
   * @param before the settings before anything was sent
   * @param earlier the earlier results
   */
  static Map<Section, SectionResult> of(
      Set<Section> ordered,
      Set<Section> unknown,
      NameSettings wanted,
      NameSettings before,
      NameSettings present,
      Map<Section, SectionResult> earlier) {
    Set<Section> differing = wanted.differing(present);
    Set<Section> changed = wanted.differing(before);
    Map<Section, SectionResult> states = new EnumMap<>(Section.class);
    for (Section section : ordered) {
      SectionResult known = earlier.get(section);
      if (known != null && known.state() == SectionState.REFUSED) {
        states.put(section, known);
      } else if (unknown.contains(section) || differing.contains(section)) {
        states.put(section, wanted(known));
      } else {
        states.put(
            section,
            new SectionResult(
                changed.contains(section) ? SectionState.DONE : SectionState.UNCHANGED, null));
      }
    }
    return states;
  }

  private static SectionResult wanted(@Nullable SectionResult known) {
    return new SectionResult(
        SectionState.WANTED,
        known == null || known.state() != SectionState.WANTED ? null : known.reason());
  }

  /** Why one of these sections is not as ordered; null if no reason is known. */
  static @Nullable String reason(Map<Section, SectionResult> results, Section section) {
    return Objects.requireNonNull(results.get(section), section.words()).reason();
  }

  /** The sections in one of these states. */
  static EnumSet<Section> in(Map<Section, SectionResult> results, SectionState... states) {
    EnumSet<Section> found = EnumSet.noneOf(Section.class);
    results.forEach(
        (section, result) -> {
          if (Set.of(states).contains(result.state())) {
            found.add(section);
          }
        });
    return found;
  }
}
