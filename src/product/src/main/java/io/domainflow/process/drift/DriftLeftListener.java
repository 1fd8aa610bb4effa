package io.domainflow.process.drift;

import io.domainflow.process.domain.NameKey;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.stereotype.Component;

/** Leaves a name unchanged until it differs in another way. */
@Component
class DriftLeftListener implements ExecutionListener {

  private final Drifts drifts;

  DriftLeftListener(Drifts drifts) {
    this.drifts = drifts;
  }

  @Override
  public void notify(DelegateExecution execution) {
    drifts.leaveSo(NameKey.of(execution.getProcessBusinessKey()));
  }
}
