package io.domainflow.process.accountcheck;

import io.domainflow.process.AccountTaskFacts;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Shows a finding about names. */
@Component
class NamesFacts implements AccountTaskFacts {

  private final FindingFacts facts;

  NamesFacts(FindingFacts facts) {
    this.facts = facts;
  }

  @Override
  public String task() {
    return AccountFindingProcess.TASK_CORRECT_RENEWAL_MODES;
  }

  @Override
  public Map<String, Object> of(String businessKey) {
    return facts.of(businessKey);
  }
}
