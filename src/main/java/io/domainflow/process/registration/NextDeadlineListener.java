package io.domainflow.process.registration;

import java.time.Clock;
import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.stereotype.Component;

/** Sets the next deadline of a registration that an operator goes on waiting for. */
@Component
class NextDeadlineListener implements ExecutionListener {

  private final RegistrationProperties properties;
  private final Clock clock;

  NextDeadlineListener(RegistrationProperties properties, Clock clock) {
    this.properties = properties;
    this.clock = clock;
  }

  @Override
  public void notify(DelegateExecution execution) {
    if (!execution.isCanceled()) {
      execution.setVariable(
          DomainRegistrationProcess.REGISTRATION_DEADLINE,
          Date.from(clock.instant().plus(properties.chaseAfter())));
    }
  }
}
