package io.domainflow.account;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Explains why the master key was not changed instead of printing a stack trace. */
class RotationRefusedAnalyzer extends AbstractFailureAnalyzer<RotationRefused> {

  @Override
  protected FailureAnalysis analyze(Throwable rootFailure, RotationRefused cause) {
    return new FailureAnalysis(
        "The master key was not changed; every value is sealed as before.\n\n" + cause.getMessage(),
        "Correct this and run the command again.",
        cause);
  }
}
