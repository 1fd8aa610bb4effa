package io.domainflow.process.worker;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The result of a step of a process.
 *
 * @param error code of the BPMN error; null if the process continues normally
 * @param variables variables for the gateways, timers and forms of the model
 */
public record StepResult(@Nullable String error, Map<String, Object> variables) {

  /** The process continues. */
  public static StepResult done(Map<String, Object> variables) {
    return new StepResult(null, variables);
  }

  /** The process takes the path of this error. */
  public static StepResult error(String code) {
    return new StepResult(code, Map.of());
  }
}
