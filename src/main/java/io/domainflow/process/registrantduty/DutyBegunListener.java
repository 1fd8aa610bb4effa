package io.domainflow.process.registrantduty;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.stereotype.Component;

/**
 * Takes over from the registration how long the registrant has: a called process receives no
 * variables, and what was found when the name was registered still applies, even if the rules have
 * changed since.
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
