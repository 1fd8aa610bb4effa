package io.domainflow.process.accountcheck;

import io.domainflow.process.task.AccountTask;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Correct renewal modes: names have the wrong one. */
@Component
class CorrectRenewalModes implements AccountTask {

  private final FindingOnForm shown;

  CorrectRenewalModes(FindingOnForm shown) {
    this.shown = shown;
  }

  @Override
  public String id() {
    return "Task_CorrectRenewalModes";
  }

  @Override
  public Optional<Row> row(String subject) {
    return FindingOnForm.row(subject);
  }

  @Override
  public Map<String, Object> shows(String subject) {
    return shown.of(subject);
  }
}
