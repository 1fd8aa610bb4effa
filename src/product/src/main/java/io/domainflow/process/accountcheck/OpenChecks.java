package io.domainflow.process.accountcheck;

import io.domainflow.model.Resettable;
import org.springframework.stereotype.Component;

/** Deletes the stored data of checks when the sandbox is reset. */
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
