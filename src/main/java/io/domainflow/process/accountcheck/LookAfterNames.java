package io.domainflow.process.accountcheck;

import io.domainflow.process.task.AccountTask;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Look after names: they have left, end soon, or were paid for and not renewed. */
@Component
class LookAfterNames implements AccountTask {

  private final FindingOnForm shown;

  LookAfterNames(FindingOnForm shown) {
    this.shown = shown;
  }

  @Override
  public String id() {
    return "Task_LookAfterNames";
  }

  @Override
  public Optional<Row> row(String subject) {
    return FindingOnForm.row(subject);
  }

  @Override
  public Map<String, Object> shows(String subject) {
    Map<String, Object> all = new HashMap<>(shown.of(subject));
    FindingKind kind = FindingKey.of(subject).kind();
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
          "the registrar has charged these renewals, and has not renewed the names at the"
              + " registry.";
    };
  }

  private static String advice(FindingKind kind) {
    return switch (kind) {
      case NAMES_GONE ->
          "Ask the people who sell the names whether this was wanted. If it was not: a deleted name can"
              + " be restored by an order, for as long as is said above; a transfer can be disputed"
              + " at the registrar, best within days.";
      case NAMES_EXPIRING ->
          "Ask the people who sell the names whether their customers want to keep them, and order the"
              + " renewal of those. Names whose end is wanted can be left as they are.";
      default ->
          "Ask the registrar why, and name the dates above. Do not order the renewal again: it"
              + " would be paid for twice.";
    };
  }
}
