package io.domainflow.process.drift;

import io.domainflow.order.domain.StoredSections;
import io.domainflow.process.domain.NameKey;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.stereotype.Component;

/** Adopts the registrar's settings: from now on they are the wanted ones. */
@Component
class DriftAdoptedListener implements ExecutionListener {

  private final Drifts drifts;
  private final StoredSections sections;

  DriftAdoptedListener(Drifts drifts, StoredSections sections) {
    this.drifts = drifts;
    this.sections = sections;
  }

  @Override
  public void notify(DelegateExecution execution) {
    NameKey key = NameKey.of(execution.getProcessBusinessKey());
    drifts
        .find(key.account(), key.domain())
        .ifPresent(
            known -> {
              sections.adopt(key.account(), key.domain(), known.drift().sections());
              drifts.remove(key.account(), key.domain());
            });
  }
}
