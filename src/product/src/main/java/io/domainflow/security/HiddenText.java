package io.domainflow.security;

import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.runtime.Incident;
import org.jspecify.annotations.Nullable;

/** Hides what a person may have written in the engine from those who may only read. */
public final class HiddenText {

  /** Replaces hidden text. */
  public static final String HIDDEN = "not shown to analysts";

  private static final Set<String> INCIDENTS_OF_THE_ENGINE =
      Set.of(Incident.FAILED_JOB_HANDLER_TYPE, Incident.EXTERNAL_TASK_HANDLER_TYPE);

  private HiddenText() {}

  /** Whether a user with these groups of the engine may only read; null counts as none. */
  public static boolean isReadOnly(@Nullable List<String> groups) {
    return groups != null
        && LoginGroups.isReadOnly(groups.stream().map(EngineGroup::authority).toList());
  }

  /** The replacement of what a person may have written; null for null. */
  public static @Nullable String of(@Nullable String text) {
    return text == null ? null : HIDDEN;
  }

  /**
   * Whether an incident was created by a person, who also wrote its message; all others are the
   * engine's.
   */
  public static boolean isMadeByHand(String incidentType) {
    return !INCIDENTS_OF_THE_ENGINE.contains(incidentType);
  }
}
