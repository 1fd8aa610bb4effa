package io.domainflow.process;

import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;

/**
 * Removes what a form brought along beside the declared variables, after the task's own listener
 * has read it: field values are personal data or secrets and have no place in the engine.
 */
class UndeclaredVariablesListener implements ExecutionListener {

  private final ProcessContract contract;

  UndeclaredVariablesListener(ProcessContract contract) {
    this.contract = contract;
  }

  @Override
  public void notify(DelegateExecution execution) {
    if (!execution.isCanceled()) {
      Set<String> declared = contract.variables();
      execution.removeVariables(
          execution.getVariableNames().stream()
              .filter(name -> !declared.contains(name) && !OrderVariables.NAMES.contains(name))
              .toList());
    }
  }
}
