package io.domainflow.process.changeofregistrant;

import io.domainflow.order.ProvisioningOrder;
import io.domainflow.order.RegistrantChange;
import io.domainflow.order.RegistrantChange.Terms;
import io.domainflow.order.RegistrantChanges;
import io.domainflow.process.PlainTime;
import io.domainflow.process.TaskFacts;
import java.time.Instant;
import java.util.Map;
import org.springframework.stereotype.Component;

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
    return Map.of(
        "differences",
        ChangeWords.differences(order, change),
        "requestedAt",
        PlainTime.of(change.course().requestedAt()),
        "confirmBy",
        PlainTime.of(confirmBy),
        "cancelledAt",
        PlainTime.of(confirmBy == null ? null : confirmBy.plus(ChangeWait.days(terms.graceDays()))),
        "remindersSent",
        String.valueOf(change.course().remindersSent()),
        "consequences",
        terms.consentsNeeded() ? ChangeWords.consequences(terms) : "By the rules of the registry.");
  }
}
