package io.domainflow.demo;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Tells in words instead of a stack trace why there is no demo data here. */
class DemoDataRefusedAnalyzer extends AbstractFailureAnalyzer<DemoDataRefused> {

  @Override
  protected FailureAnalysis analyze(Throwable rootFailure, DemoDataRefused cause) {
    return new FailureAnalysis(
        cause.getMessage(),
        "Leave domainflow.demo-data.orders out, or start with the profile demo and its sandbox.",
        cause);
  }
}
