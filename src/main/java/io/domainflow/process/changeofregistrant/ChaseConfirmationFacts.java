package io.domainflow.process.changeofregistrant;

import io.domainflow.order.ProvisioningOrder;
import io.domainflow.order.RegistrantChange;
import io.domainflow.order.RegistrantChange.Terms;
import io.domainflow.order.RegistrantChanges;
import io.domainflow.process.PlainTime;
import io.domainflow.process.TaskFacts;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;

/** Shows how a change stands that waits for the prior registrant. */
@Component
class ChaseConfirmationFacts implements TaskFacts {

  private final RegistrantChanges changes;

  ChaseConfirmationFacts(RegistrantChanges changes) {
    this.changes = changes;
  }

  @Override
  public String task() {
    return ChangeOfRegistrantProcess.TASK_CHASE_CONFIRMATION;
  }

  @Override
  public Map<String, Object> of(ProvisioningOrder order) {
    RegistrantChange change = changes.get(order.id());
    Terms terms = change.terms();
    return Map.of(
        "waitsFor",
        StringUtils.capitalize(ChangeWords.waits(order, change)),
        "standing",
        standing(change),
        "differences",
        ChangeWords.differences(order, change),
        "consequences",
        terms.consentsNeeded()
            ? ChangeWords.consequences(terms)
            : "The registry decides about this change by its own rules.",
        "money",
        ChangeWords.money(order));
  }

  /** Rows of a table. */
  private static String standing(RegistrantChange change) {
    Terms terms = change.terms();
    Instant confirmBy = change.course().confirmBy();
    Map<String, String> rows = new LinkedHashMap<>();
    rows.put("Requested", PlainTime.of(change.course().requestedAt()));
    if (terms.consentsNeeded()) {
      rows.put(
          "The mail goes to",
          ChangeWords.cell(RegistrantComparison.shown(change.before().registrant(), "email")));
      rows.put(
          "Reminders sent", change.course().remindersSent() + " of " + terms.reminderDays().size());
    }
    if (confirmBy != null) {
      rows.put("Can be confirmed until", PlainTime.of(confirmBy));
      rows.put(
          "Cancelled at the latest",
          PlainTime.of(confirmBy.plus(ChangeWait.days(terms.graceDays()))));
    }
    return rows.entrySet().stream()
        .map(row -> "| " + row.getKey() + " | " + row.getValue() + " |")
        .collect(Collectors.joining("\n"));
  }
}
