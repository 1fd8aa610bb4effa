package io.domainflow.process.accountcheck;

import io.domainflow.process.AccountTaskFacts;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Shows a finding about names that is nothing but for people, and what they can do about it. */
@Component
class LookAfterNamesFacts implements AccountTaskFacts {

  private final FindingFacts facts;

  LookAfterNamesFacts(FindingFacts facts) {
    this.facts = facts;
  }

  @Override
  public String task() {
    return AccountFindingProcess.TASK_LOOK_AFTER_NAMES;
  }

  @Override
  public Map<String, Object> of(String businessKey) {
    Map<String, Object> all = new HashMap<>(facts.of(businessKey));
    FindingKind kind = FindingKey.of(businessKey).kind();
    all.put("kindTitle", kind.title());
    all.put("money", money(kind));
    all.put("advice", advice(kind));
    return all;
  }

  private static String money(FindingKind kind) {
    return switch (kind) {
      case NAMES_GONE ->
          "nothing was bought and nothing was changed. What was paid for a name is not given back"
              + " when it leaves; having a deleted one restored costs more than renewing it.";
      case NAMES_EXPIRING ->
          "nothing was bought. A name that is not renewed is lost to its customer in the end; until"
              + " then it can be renewed at the ordinary price.";
      default ->
          "the registrar has charged these renewals, and has not renewed the names at the registry.";
    };
  }

  private static String advice(FindingKind kind) {
    return switch (kind) {
      case NAMES_GONE ->
          "Ask whoever sells the names whether this was wanted. If it was not: a deleted name can be"
              + " restored by an order, for as long as is said above; a transfer can be disputed at"
              + " the registrar, best within days.";
      case NAMES_EXPIRING ->
          "Ask whoever sells the names whether their customers want to keep them, and order the"
              + " renewal of those. Names whose end is wanted can be left as they are.";
      default ->
          "Ask the registrar why, and name the dates above. Do not order the renewal again: it would"
              + " be paid for twice.";
    };
  }
}
