package io.domainflow.process.changeofregistrant;

import io.domainflow.consent.ConsentSide;
import io.domainflow.order.ProvisioningOrder;
import io.domainflow.order.progress.RegistrantChange;
import io.domainflow.order.progress.RegistrantChange.Terms;
import io.domainflow.order.progress.RegistrantChanges;
import io.domainflow.process.text.PlainText;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Shows on the form what an approver has to know before confirming for a registrant. */
@Component
class ApprovalOnForm {

  private final RegistrantChanges changes;
  private final ChangeConsents consents;

  ApprovalOnForm(RegistrantChanges changes, ChangeConsents consents) {
    this.changes = changes;
    this.consents = consents;
  }

  Map<String, Object> of(ProvisioningOrder order, ConsentSide side) {
    RegistrantChange change = changes.get(order.id());
    Map<String, Object> shown = new HashMap<>();
    shown.put("side", ChangeWords.side(side));
    shown.put("differences", ChangeWords.differences(order, change));
    shown.put("changedFields", ChangeWords.fields(change.beforeOrThrow().changedFields()));
    shown.put("kindOfChange", ChangeWords.kind(change));
    shown.put("consequences", ChangeWords.consequences(change.termsOrThrow()));
    shown.put(
        "agentStatus",
        consents.isAgent(order)
            ? "attested for this account"
            : "not attested for this account: nobody can approve yet");
    shown.put(
        "registrant",
        ChangeWords.person(
            side == ConsentSide.NEW
                ? order.content().registrantOrThrow()
                : change.beforeOrThrow().registrant()));
    shown.put("otherSide", otherSide(side, change.termsOrThrow()));
    shown.put("askedBack", change.question() == null ? "" : PlainText.cell(change.question()));
    shown.put("answer", answer(change));
    shown.put("money", ChangeWords.money(order));
    return shown;
  }

  private static String otherSide(ConsentSide side, Terms terms) {
    if (side == ConsentSide.PRIOR) {
      return "The consent of the new registrant is on record.";
    }
    return terms.agentForPrior()
        ? "The agent confirms for the prior registrant as well: an approver is asked next, unless an"
            + " authorisation is on record."
        : "";
  }

  private static String answer(RegistrantChange change) {
    if (change.question() == null) {
      return "";
    }
    return change.answer() == null ? "no answer yet" : PlainText.cell(change.answer());
  }
}
