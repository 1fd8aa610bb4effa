package io.domainflow.security;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Lists the missing settings in words instead of a stack trace. */
class SettingsMissingAnalyzer extends AbstractFailureAnalyzer<SettingsMissing> {

  @Override
  protected FailureAnalysis analyze(Throwable rootFailure, SettingsMissing cause) {
    return new FailureAnalysis(
        "Domainflow does not start without these settings:\n\n  "
            + String.join("\n  ", cause.problems()),
        "Set them as environment variables. To only look around, start the set-up with an embedded"
            + " database and demo users: mvn spring-boot:run",
        cause);
  }
}
