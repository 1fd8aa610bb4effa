package io.domainflow.process.changeofregistrant;

import io.domainflow.order.Orders;
import io.domainflow.process.ProcessOrders;
import io.domainflow.process.additionalfields.AdditionalFieldsQuestion;
import io.domainflow.tld.FormOperation;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.stereotype.Component;

/** Checks whether fields are missing for the plain update that the registrar wants instead. */
@Component
class OnlyAnUpdateListener implements ExecutionListener {

  private final Orders orders;
  private final AdditionalFieldsQuestion additionalFields;

  OnlyAnUpdateListener(Orders orders, AdditionalFieldsQuestion additionalFields) {
    this.orders = orders;
    this.additionalFields = additionalFields;
  }

  @Override
  public void notify(DelegateExecution execution) {
    if (execution.isCanceled()) {
      return;
    }
    execution.setVariables(
        additionalFields.of(
            ProcessOrders.of(execution.getProcessInstanceId(), orders), FormOperation.UPDATE));
  }
}
