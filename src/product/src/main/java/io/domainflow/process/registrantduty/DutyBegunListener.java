package io.domainflow.process.registrantduty;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.stereotype.Component;

/**
 * Copies the registrant's deadline from the registration: a called process receives no variables,
 * and the deadline of the registration still applies, even if the rules have changed since.
 */
@Component
class DutyBegunListener implements ExecutionListener {

  @Override
  public void notify(DelegateExecution execution) {
    DelegateExecution registration = execution.getProcessInstance().getSuperExecution();
    RegistrantDutyProcess.TAKEN_OVER.forEach(
        fact -> execution.setVariable(fact, registration.getVariable(fact)));
  }
}
