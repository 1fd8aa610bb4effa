package io.domainflow.process.listener;

import io.domainflow.process.DeclaredVariables;
import java.util.Map;
import java.util.function.Function;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;

/**
 * Cleans up after a user task, once its class has read the form: removes undeclared variables,
 * because field values are personal data or secrets that must not stay in the engine, and restores
 * what people see of the order or account, in case the form has overwritten it.
 */
class UndeclaredVariablesListener implements ExecutionListener {

  private final DeclaredVariables declared;
  private final Function<DelegateExecution, Map<String, Object>> seenByPeople;

  UndeclaredVariablesListener(
      DeclaredVariables declared, Function<DelegateExecution, Map<String, Object>> seenByPeople) {
    this.declared = declared;
    this.seenByPeople = seenByPeople;
  }

  @Override
  public void notify(DelegateExecution execution) {
    if (!execution.isCanceled()) {
      execution.removeVariables(
          execution.getVariableNames().stream().filter(name -> !declared.declares(name)).toList());
      execution.setVariables(seenByPeople.apply(execution));
    }
  }
}
