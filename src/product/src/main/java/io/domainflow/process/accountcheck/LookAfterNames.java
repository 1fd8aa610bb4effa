package io.domainflow.process.accountcheck;

import io.domainflow.process.task.AccountTask;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Look after names: they have left, expire soon, or were paid for and not renewed. */
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
          "Ask who sells the names whether this was wanted. If not: order the restore of a deleted"
              + " name, or dispute a transfer at the registrar, best within days.";
      case NAMES_EXPIRING ->
          "Ask who sells the names which of them the customers want to keep, and order the renewal"
              + " of those.";
      default ->
          "Ask the registrar why, and name the dates. Do not order the renewal again: it would be"
              + " paid for twice.";
    };
  }
}
