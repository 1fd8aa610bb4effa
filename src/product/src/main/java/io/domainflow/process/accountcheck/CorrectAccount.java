package io.domainflow.process.accountcheck;

import io.domainflow.process.task.AccountTask;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Correct account: something is wrong with the account itself. */
@Component
class CorrectAccount implements AccountTask {

  private final FindingOnForm shown;

  CorrectAccount(FindingOnForm shown) {
    this.shown = shown;
  }

  @Override
  public String id() {
    return "Task_CorrectAccount";
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
