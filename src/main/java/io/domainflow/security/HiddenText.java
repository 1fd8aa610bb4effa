package io.domainflow.security;

import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.runtime.Incident;
import org.jspecify.annotations.Nullable;

/** What is kept from those who only look: whatever a person may have written in the engine. */
public final class HiddenText {

  /** Stands in place of what is hidden. */
  public static final String HIDDEN = "not shown to analysts";

  private static final Set<String> INCIDENTS_OF_THE_ENGINE =
      Set.of(Incident.FAILED_JOB_HANDLER_TYPE, Incident.EXTERNAL_TASK_HANDLER_TYPE);

  private HiddenText() {}

  /** Whether who is in these groups of the engine only looks; null is taken for none. */
  public static boolean onlyLook(@Nullable List<String> groups) {
    return groups != null
        && LoginGroups.onlyLook(groups.stream().map(EngineGroup::authority).toList());
  }

  /** What is shown in place of what a person may have written; null for nothing. */
  public static @Nullable String of(@Nullable String text) {
    return text == null ? null : HIDDEN;
  }

  /** Whether somebody made an incident, who wrote its message, too; the others are the engine's. */
  public static boolean isMadeByHand(String incidentType) {
    return !INCIDENTS_OF_THE_ENGINE.contains(incidentType);
  }
}
