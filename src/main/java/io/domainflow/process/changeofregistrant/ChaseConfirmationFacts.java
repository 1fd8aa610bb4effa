package io.domainflow.process.changeofregistrant;

import io.domainflow.order.ProvisioningOrder;
import io.domainflow.order.RegistrantChange;
import io.domainflow.order.RegistrantChange.Terms;
import io.domainflow.order.RegistrantChanges;
import io.domainflow.process.PlainText;
import io.domainflow.process.PlainTime;
import io.domainflow.process.TaskFacts;
import io.domainflow.process.paperwork.PaperWait;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
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
    Instant confirmBy = change.course().confirmBy();
    Map<String, Object> facts = new HashMap<>();
    facts.put(
        "waitsFor",
        StringUtils.capitalize(
            PlainText.of(
                PaperWait.standing(order).orElseGet(() -> ChangeWords.waits(order, change)))));
    facts.put("requestedAt", PlainTime.of(change.course().requestedAt()));
    facts.put(
        "mailGoesTo",
        PlainText.cell(RegistrantComparison.shown(change.before().registrant(), "email")));
    facts.put("remindersSent", String.valueOf(change.course().remindersSent()));
    facts.put("remindersInAll", String.valueOf(terms.reminderDays().size()));
    facts.put("confirmBy", PlainTime.of(confirmBy));
    facts.put(
        "cancelledAt",
        PlainTime.of(
            confirmBy == null ? null : confirmBy.plus(ChangeWait.days(terms.graceDays()))));
    facts.put("differences", ChangeWords.differences(order, change));
    facts.put(
        "consequences",
        terms.consentsNeeded()
            ? ChangeWords.consequences(terms)
            : "The registry decides about this change by its own rules.");
    facts.put("money", ChangeWords.money(order));
    return facts;
  }
}
