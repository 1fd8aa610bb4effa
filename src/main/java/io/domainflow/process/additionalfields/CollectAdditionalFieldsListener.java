package io.domainflow.process.additionalfields;

import io.domainflow.order.Orders;
import io.domainflow.order.WaitingFor.Code;
import io.domainflow.process.OrderVariables;
import io.domainflow.process.TaskWaits;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** Says that the order waits for an operator to fill in the TLD's additional fields. */
@Component
class CollectAdditionalFieldsListener implements TaskListener {

  private final Orders orders;

  CollectAdditionalFieldsListener(Orders orders) {
    this.orders = orders;
  }

  @Override
  public void notify(DelegateTask task) {
    String domain = (String) task.getVariable(OrderVariables.DOMAIN);
    TaskWaits.operator(
        orders,
        task,
        Code.ADDITIONAL_FIELDS,
        AdditionalFieldsQuestion.what(
            domain, (String) task.getVariable(AdditionalFieldsQuestion.MISSING_TEXT)));
  }
}
