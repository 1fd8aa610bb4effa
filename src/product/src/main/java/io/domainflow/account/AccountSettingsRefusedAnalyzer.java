package io.domainflow.account;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Explains the problem with the configured accounts instead of printing a stack trace. */
class AccountSettingsRefusedAnalyzer extends AbstractFailureAnalyzer<AccountSettingsRefused> {

  @Override
  protected FailureAnalysis analyze(Throwable rootFailure, AccountSettingsRefused cause) {
    return new FailureAnalysis(cause.getMessage(), "Correct the settings and start again.", cause);
  }
}
