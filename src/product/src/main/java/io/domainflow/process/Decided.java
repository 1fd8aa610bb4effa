package io.domainflow.process;

import java.util.Map;
import java.util.Objects;
import org.camunda.bpm.dmn.engine.DmnDecisionResult;
import org.camunda.bpm.engine.delegate.DelegateExecution;

/** Reads the result of the decision table of a business rule task. */
public final class Decided {

  /** Under this name the engine hands the result to the listeners of the task. */
  private static final String RESULT = "decisionResult";

  private Decided() {}

  /**
   * The outputs by name.
   *
   * @throws IllegalStateException if no rule matched: the table does not cover the case
   */
  public static Map<String, Object> in(DelegateExecution execution) {
    DmnDecisionResult result = (DmnDecisionResult) execution.getVariable(RESULT);
    if (result.isEmpty()) {
      throw new IllegalStateException(
          "no rule of the decision table of " + execution.getCurrentActivityId() + " matches");
    }
    return result.getSingleResult().getEntryMap();
  }

  /** An output of a table that is a number in each rule. */
  public static Number number(Map<String, Object> outputs, String name) {
    return (Number) Objects.requireNonNull(outputs.get(name), name);
  }

  /** An output of a table that is yes or no in each rule. */
  public static boolean flag(Map<String, Object> outputs, String name) {
    return (Boolean) Objects.requireNonNull(outputs.get(name), name);
  }

  /** An output of a table that is a text in each rule. */
  public static String text(Map<String, Object> outputs, String name) {
    return (String) Objects.requireNonNull(outputs.get(name), name);
  }
}
