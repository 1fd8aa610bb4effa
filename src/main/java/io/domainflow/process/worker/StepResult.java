package io.domainflow.process.worker;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a step of a process ends.
 *
 * @param error code of the BPMN error that takes the process off the straight path; null if it
 *     continues
 * @param variables facts for the gateways, timers and forms of the model
 */
public record StepResult(@Nullable String error, Map<String, Object> variables) {

  /** The process continues. */
  public static StepResult done(Map<String, Object> variables) {
    return new StepResult(null, variables);
  }

  /** The process takes the way of this error. */
  public static StepResult error(String code) {
    return new StepResult(code, Map.of());
  }
}
