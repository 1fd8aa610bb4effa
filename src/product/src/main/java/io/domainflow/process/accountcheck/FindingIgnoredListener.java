package io.domainflow.process.accountcheck;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.stereotype.Component;

/** Ignores a finding until it changes. */
@Component
class FindingIgnoredListener implements ExecutionListener {

  private final Findings findings;
  private final NameFindings names;

  FindingIgnoredListener(Findings findings, NameFindings names) {
    this.findings = findings;
    this.names = names;
  }

  @Override
  public void notify(DelegateExecution execution) {
    FindingKey key = FindingKey.of(execution.getProcessBusinessKey());
    findings.ignore(key.account(), key.kind());
    findings.find(key.account(), key.kind()).ifPresent(found -> names.noted(key, found.lookedAt()));
  }
}
