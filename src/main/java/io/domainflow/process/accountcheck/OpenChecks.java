package io.domainflow.process.accountcheck;

import io.domainflow.model.Resettable;
import org.springframework.stereotype.Component;

/** What is remembered of checks; a reset of the sandbox forgets it. */
@Component
class OpenChecks implements Resettable {

  private final Findings findings;

  OpenChecks(Findings findings) {
    this.findings = findings;
  }

  @Override
  public void startOver() {
    findings.removeAll();
  }
}
