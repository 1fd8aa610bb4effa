package io.domainflow.process.namesimport;

import io.domainflow.imports.ImportComparison;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Compares what was read with the billing system's list; then the report is complete. */
@Component
class CompareNamesDelegate implements JavaDelegate {

  private final ImportComparison comparison;

  CompareNamesDelegate(ImportComparison comparison) {
    this.comparison = comparison;
  }

  @Override
  public void execute(DelegateExecution execution) {
    comparison.complete(ImportKey.of(execution.getProcessBusinessKey()).id());
  }
}
