package io.domainflow.account;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Tells what is wrong with the configured accounts in words instead of a stack trace. */
class AccountSettingsRefusedAnalyzer extends AbstractFailureAnalyzer<AccountSettingsRefused> {

  @Override
  protected FailureAnalysis analyze(Throwable rootFailure, AccountSettingsRefused cause) {
    return new FailureAnalysis(cause.getMessage(), "Correct the settings and start again.", cause);
  }
}
