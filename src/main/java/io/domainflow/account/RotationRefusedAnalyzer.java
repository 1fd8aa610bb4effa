package io.domainflow.account;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Tells why the master key was not changed in words instead of a stack trace. */
class RotationRefusedAnalyzer extends AbstractFailureAnalyzer<RotationRefused> {

  @Override
  protected FailureAnalysis analyze(Throwable rootFailure, RotationRefused cause) {
    return new FailureAnalysis(
        "The master key was not changed; every value is sealed as before.\n\n" + cause.getMessage(),
        "Correct this and run the command again.",
        cause);
  }
}
