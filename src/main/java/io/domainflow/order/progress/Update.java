package io.domainflow.order.progress;

import io.domainflow.model.NameSettings;
import io.domainflow.model.Section;
import java.util.Map;

/**
 * The progress of an update.
 *
 * @param wanted how the sections are to be, contacts as handles
 * @param before how they were when the name was read last before anything was sent
 * @param after how they were when it was read last, after the changes; {@link NameSettings#NOTHING}
 *     before that
 * @param results by section, for those that are wanted
 * @param begun whether something may have been sent
 * @param pending whether the registry has yet to carry a change out
 */
public record Update(
    NameSettings wanted,
    NameSettings before,
    NameSettings after,
    Map<Section, SectionResult> results,
    boolean begun,
    boolean pending) {}
