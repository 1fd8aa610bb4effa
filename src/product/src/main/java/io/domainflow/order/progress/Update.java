package io.domainflow.order.progress;

import io.domainflow.model.NameSettings;
import io.domainflow.model.Section;
import java.util.Map;
import java.util.Objects;

/**
 * The progress of an update.
 *
 * @param wanted the ordered sections, with contacts as handles
 * @param before their state at the last reading before anything was sent
 * @param after their state at the last reading after the changes; {@link NameSettings#NOTHING}
 *     before that
 * @param results by section, for the ordered ones
 * @param begun whether something may have been sent
 * @param pending whether the registry has yet to execute a change
 */
public record Update(
    NameSettings wanted,
    NameSettings before,
    NameSettings after,
    Map<Section, SectionResult> results,
    boolean begun,
    boolean pending) {

  /** The result for one of the ordered sections. */
  public SectionResult result(Section section) {
    return Objects.requireNonNull(results.get(section), section.words());
  }
}
