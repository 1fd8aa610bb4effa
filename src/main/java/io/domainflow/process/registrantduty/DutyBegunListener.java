package io.domainflow.process.registrantduty;

import io.domainflow.order.Orders;
import io.domainflow.process.ProcessOrders;
import io.domainflow.process.paperwork.RegistrantDuty;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.stereotype.Component;

/** Says until when the registrant has time; a called process takes nothing from its caller. */
@Component
class DutyBegunListener implements ExecutionListener {

  private final Orders orders;
  private final RegistrantDuty duty;

  DutyBegunListener(Orders orders, RegistrantDuty duty) {
    this.orders = orders;
    this.duty = duty;
  }

  @Override
  public void notify(DelegateExecution execution) {
    duty.begins(ProcessOrders.of(execution.getProcessInstanceId(), orders)).entrySet().stream()
        .filter(fact -> !fact.getKey().equals(RegistrantDuty.DUTY_LEFT))
        .forEach(fact -> execution.setVariable(fact.getKey(), fact.getValue()));
  }
}
