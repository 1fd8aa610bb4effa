package io.domainflow.process.changeofregistrant;

import io.domainflow.consent.Side;
import io.domainflow.order.ProvisioningOrder;
import io.domainflow.order.RegistrantChange;
import io.domainflow.order.RegistrantChanges;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What an approver has to know before confirming for a registrant. */
@Component
class ApprovalFacts {

  private final RegistrantChanges changes;
  private final ChangeConsents consents;

  ApprovalFacts(RegistrantChanges changes, ChangeConsents consents) {
    this.changes = changes;
    this.consents = consents;
  }

  Map<String, Object> of(ProvisioningOrder order, Side side) {
    RegistrantChange change = changes.get(order.id());
    Map<String, Object> facts = new HashMap<>();
    facts.put("side", ChangeWords.side(side));
    facts.put("differences", ChangeWords.differences(order, change));
    facts.put("kindOfChange", ChangeWords.kind(change));
    facts.put("consequences", ChangeWords.consequences(change.terms()));
    facts.put("placedBy", placedBy(order));
    facts.put(
        "agentStatus",
        consents.isAgent(order)
            ? "attested for this account"
            : "not attested for this account: nobody can approve yet");
    facts.put("question", change.question() == null ? "" : change.question());
    facts.put(
        "answer",
        change.question() != null && change.answer() == null ? "no answer yet" : text(change));
    return facts;
  }

  private static String text(RegistrantChange change) {
    return change.answer() == null ? "" : change.answer();
  }

  private static String placedBy(ProvisioningOrder order) {
    String person = order.request().registrantChange().requestedBy();
    return person == null ? order.login() : order.login() + " for " + person;
  }
}
