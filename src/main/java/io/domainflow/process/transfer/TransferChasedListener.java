package io.domainflow.process.transfer;

import java.time.Clock;
import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.stereotype.Component;

/** Sets the next reminder of a transfer that an operator goes on waiting for. */
@Component
class TransferChasedListener implements ExecutionListener {

  private final TransferWait wait;
  private final Clock clock;

  TransferChasedListener(TransferWait wait, Clock clock) {
    this.wait = wait;
    this.clock = clock;
  }

  @Override
  public void notify(DelegateExecution execution) {
    if (!execution.isCanceled()) {
      execution.setVariable(
          DomainTransferProcess.REMIND_AT, Date.from(clock.instant().plus(wait.pause())));
    }
  }
}
