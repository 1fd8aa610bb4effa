package io.domainflow.process;

import io.domainflow.order.Orders;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;

/**
 * Cleans up after a user task, once its own listener has read the form: removes what is not
 * declared, because field values are personal data or secrets and have no place in the engine, and
 * puts back what people see of the order, should the form have overwritten it.
 */
class UndeclaredVariablesListener implements ExecutionListener {

  private final ProcessContract contract;
  private final Orders orders;

  UndeclaredVariablesListener(ProcessContract contract, Orders orders) {
    this.contract = contract;
    this.orders = orders;
  }

  @Override
  public void notify(DelegateExecution execution) {
    if (!execution.isCanceled()) {
      execution.removeVariables(
          execution.getVariableNames().stream().filter(name -> !contract.declares(name)).toList());
      execution.setVariables(
          OrderVariables.of(ProcessOrders.of(execution.getProcessInstanceId(), orders)));
    }
  }
}
