package io.domainflow.process.changeofregistrant;

import io.domainflow.order.ProvisioningOrder;
import io.domainflow.order.content.RegistrantChangeOrder;
import io.domainflow.order.progress.OrderPreparers;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.authorization.Groups;
import org.springframework.stereotype.Component;

/** Decides who may confirm for a registrant: a second person, for an attested designated agent. */
@Component
class ApprovalRules {

  static final String NOT_AGENT =
      "Nobody can confirm for a registrant yet: it is not attested that the registrants of this"
          + " account have made the reseller their designated agent. Have an administrator attest"
          + " that for the account first. Nothing was sent.";

  private static final Set<String> APPROVERS = Set.of("approvers", Groups.CAMUNDA_ADMIN);
  private static final Set<String> OPERATORS = Set.of("operators", Groups.CAMUNDA_ADMIN);

  private final OrderPreparers preparers;
  private final ChangeConsents consents;

  ApprovalRules(OrderPreparers preparers, ChangeConsents consents) {
    this.preparers = preparers;
    this.consents = consents;
  }

  /**
   * Why this person may not confirm; empty if they may. Only somebody who is an approver now may
   * confirm, however they got the task.
   *
   * @param groups present groups of the person
   */
  Optional<String> refusal(ProvisioningOrder order, String login, Collection<String> groups) {
    return refusalOfStranger(groups, APPROVERS).or(() -> refusalOfHand(order, login));
  }

  /**
   * Why this person may not have the agent confirm instead of the prior registrant; empty if they
   * may.
   *
   * @param groups present groups of the person
   */
  Optional<String> refusalOfSwitch(
      ProvisioningOrder order, String login, Collection<String> groups) {
    return refusalOfStranger(groups, OPERATORS).or(() -> refusalOfHand(order, login));
  }

  private static Optional<String> refusalOfStranger(
      Collection<String> groups, Set<String> permitted) {
    return groups.stream().anyMatch(permitted::contains)
        ? Optional.empty()
        : Optional.of(
            "You are not in a group that may confirm for a registrant, so somebody else has to."
                + " Nothing was sent.");
  }

  private Optional<String> refusalOfHand(ProvisioningOrder order, String login) {
    return refusalOfOrderer(order, login).or(() -> refusalOfPreparer(order, login));
  }

  private Optional<String> refusalOfPreparer(ProvisioningOrder order, String login) {
    return preparers.of(order.id()).contains(login)
        ? Optional.of(
            "You took part in this order, in an earlier task or with input, so somebody else"
                + " has to approve it. Nothing was sent.")
        : Optional.empty();
  }

  /** Why this person may not, having placed the order; having worked on it is not a reason. */
  Optional<String> refusalOfOrderer(ProvisioningOrder order, String login) {
    if (!consents.isAgent(order)) {
      return Optional.of(NOT_AGENT);
    }
    if (login.equals(order.login())) {
      return Optional.of(
          "You have placed this order, so somebody else has to approve it. Nothing was sent.");
    }
    if (login.equalsIgnoreCase(
        order.content().as(RegistrantChangeOrder.class).options().requestedBy())) {
      return Optional.of(
          "This order was placed for you, so somebody else has to approve it. Nothing was sent.");
    }
    return Optional.empty();
  }
}
