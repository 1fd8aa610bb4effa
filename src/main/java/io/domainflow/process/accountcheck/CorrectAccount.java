package io.domainflow.process.accountcheck;

import io.domainflow.process.task.AccountTask;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Correct account: something is wrong with the account itself. */
@Component
class CorrectAccount implements AccountTask {

  private final FindingFacts facts;

  CorrectAccount(FindingFacts facts) {
    this.facts = facts;
  }

  @Override
  public String id() {
    return "Task_CorrectAccount";
  }

  @Override
  public Optional<Row> row(String subject) {
    return FindingFacts.row(subject);
  }

  @Override
  public Map<String, Object> facts(String subject) {
    return facts.of(subject);
  }
}
