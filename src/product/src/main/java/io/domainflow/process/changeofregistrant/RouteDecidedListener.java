package io.domainflow.process.changeofregistrant;

import io.domainflow.order.Orders;
import io.domainflow.order.ProvisioningOrder;
import io.domainflow.process.Decided;
import io.domainflow.process.ProcessOrders;
import io.domainflow.process.StepVariables;
import io.domainflow.process.additionalfields.AdditionalFieldsQuestion;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.stereotype.Component;

/**
 * Stores the route from the policy's table, and checks whether fields are missing for it, or have
 * to be asked for again because the registrar has refused some.
 */
@Component
class RouteDecidedListener implements ExecutionListener {

  private final Orders orders;
  private final AdditionalFieldsQuestion additionalFields;

  RouteDecidedListener(Orders orders, AdditionalFieldsQuestion additionalFields) {
    this.orders = orders;
    this.additionalFields = additionalFields;
  }

  @Override
  public void notify(DelegateExecution execution) {
    if (execution.isCanceled()) {
      return;
    }
    Map<String, Object> decided = Decided.in(execution);
    ChangeOfRegistrantProcess.ROUTE.set(execution, ChangeOfRegistrantProcess.ROUTE.in(decided));
    ChangeOfRegistrantProcess.CONSENTS_NEEDED.set(
        execution, ChangeOfRegistrantProcess.CONSENTS_NEEDED.in(decided));
    ProvisioningOrder order = ProcessOrders.of(execution.getProcessInstanceId(), orders);
    // Entered in a form, where any value is possible.
    boolean again =
        Boolean.TRUE.equals(execution.getVariable(ChangeOfRegistrantProcess.ASK_FOR_FIELDS.name()));
    execution.removeVariable(ChangeOfRegistrantProcess.ASK_FOR_FIELDS.name());
    execution.setVariables(
        ChangeRoute.fieldsOf(decided)
            .map(
                way ->
                    again ? additionalFields.onceMore(order, way) : additionalFields.of(order, way))
            .orElse(StepVariables.of(AdditionalFieldsQuestion.MISSING, false)));
  }
}
