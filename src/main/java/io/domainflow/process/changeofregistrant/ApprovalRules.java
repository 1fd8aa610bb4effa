package io.domainflow.process.changeofregistrant;

import io.domainflow.order.ProvisioningOrder;
import io.domainflow.order.RegistrantChanges;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Who may confirm for a registrant: four eyes, and an agent whose status is attested. */
@Component
class ApprovalRules {

  static final String NOT_AGENT =
      "Nobody can confirm for a registrant yet: it is not attested that the registrants of this"
          + " account have made the reseller their designated agent. Have an administrator attest"
          + " that for the account first. Nothing was sent.";

  private final RegistrantChanges changes;
  private final ChangeConsents consents;

  ApprovalRules(RegistrantChanges changes, ChangeConsents consents) {
    this.changes = changes;
    this.consents = consents;
  }

  /** Why this person may not confirm; empty if they may. */
  Optional<String> refusal(ProvisioningOrder order, String login) {
    return refusalOfOrderer(order, login).or(() -> refusalOfPreparer(order, login));
  }

  private Optional<String> refusalOfPreparer(ProvisioningOrder order, String login) {
    return changes.preparers(order.id()).contains(login)
        ? Optional.of(
            "You have prepared this order in an earlier task, so somebody else has to approve it."
                + " Nothing was sent.")
        : Optional.empty();
  }

  /** Why this person may not, having placed the order; having worked on it is no reason. */
  Optional<String> refusalOfOrderer(ProvisioningOrder order, String login) {
    if (!consents.isAgent(order)) {
      return Optional.of(NOT_AGENT);
    }
    if (login.equals(order.login())) {
      return Optional.of(
          "You have placed this order, so somebody else has to approve it. Nothing was sent.");
    }
    if (login.equals(order.request().registrantChange().requestedBy())) {
      return Optional.of(
          "This order was placed for you, so somebody else has to approve it. Nothing was sent.");
    }
    return Optional.empty();
  }
}
