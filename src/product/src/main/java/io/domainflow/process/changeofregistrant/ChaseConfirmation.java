package io.domainflow.process.changeofregistrant;

import io.domainflow.account.RegistrantChangeMode;
import io.domainflow.consent.ConsentKind;
import io.domainflow.consent.ConsentSide;
import io.domainflow.order.ProvisioningOrder;
import io.domainflow.order.WaitingFor.Who;
import io.domainflow.order.progress.RegistrantChange;
import io.domainflow.order.progress.RegistrantChange.Terms;
import io.domainflow.order.progress.RegistrantChange.Withdrawal;
import io.domainflow.order.progress.RegistrantChanges;
import io.domainflow.process.CurrentLogin;
import io.domainflow.process.paperwork.PaperWait;
import io.domainflow.process.task.Decision;
import io.domainflow.process.task.OpenTask;
import io.domainflow.process.task.UserTask;
import io.domainflow.process.task.Waits;
import io.domainflow.process.text.PlainText;
import io.domainflow.process.text.PlainTime;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;

/**
 * Chase confirmation: the prior registrant has not confirmed yet, and the change still waits.
 * Switching to the designated agent requires the same as an approval: proof, and a person who took
 * no part in the order.
 */
@Component
class ChaseConfirmation implements UserTask {

  private final RegistrantChanges changes;
  private final ChangeConsents consents;
  private final ApprovalRules rules;
  private final PaperWait paper;
  private final ChangeWait wait;
  private final Clock clock;

  ChaseConfirmation(
      RegistrantChanges changes,
      ChangeConsents consents,
      ApprovalRules rules,
      PaperWait paper,
      ChangeWait wait,
      Clock clock) {
    this.changes = changes;
    this.consents = consents;
    this.rules = rules;
    this.paper = paper;
    this.wait = wait;
    this.clock = clock;
  }

  @Override
  public String id() {
    return ChangeOfRegistrantProcess.TASK_CHASE_CONFIRMATION;
  }

  @Override
  public Waits waits(OpenTask task) {
    return paper.overdue(task).orElseGet(() -> Waits.of(wait.underWay(task.order())));
  }

  @Override
  public Map<String, Object> shows(ProvisioningOrder order) {
    RegistrantChange change = changes.get(order.id());
    Terms terms = change.termsOrThrow();
    Instant confirmBy = change.course().confirmBy();
    Map<String, Object> shown = new HashMap<>();
    shown.put(
        "waitsFor",
        StringUtils.capitalize(
            PlainText.of(
                PaperWait.standing(order).orElseGet(() -> ChangeWords.waits(order, change)))));
    shown.put("requestedAt", PlainTime.of(change.course().requestedAt()));
    shown.put(
        "mailGoesTo",
        PlainText.cell(RegistrantComparison.shown(change.beforeOrThrow().registrant(), "email")));
    shown.put("remindersSent", String.valueOf(change.course().remindersSent()));
    shown.put("remindersInAll", String.valueOf(terms.reminderDays().size()));
    shown.put("confirmBy", PlainTime.of(confirmBy));
    shown.put(
        "cancelledAt",
        PlainTime.of(confirmBy == null ? null : ChangeWait.cancelledAt(confirmBy, terms)));
    shown.put("differences", ChangeWords.differences(order, change));
    shown.put(
        "consequences",
        terms.consentsNeeded()
            ? ChangeWords.consequences(terms)
            : "The registry decides about this change by its own rules.");
    shown.put("money", ChangeWords.money(order));
    shown.put("resendPossible", refusalOfResend(order).isEmpty());
    shown.put("switchPossible", terms.consentsNeeded() && readerMaySwitch(order));
    return shown;
  }

  /** Why no mail can be sent once more; empty if one can. */
  private Optional<String> refusalOfResend(ProvisioningOrder order) {
    RegistrantChange change = changes.get(order.id());
    if (ChangeWords.who(change) != Who.PRIOR_REGISTRANT || PaperWait.standing(order).isPresent()) {
      return Optional.of(
          "The registry decides about this change, so there is no mail to send again. Nothing was"
              + " sent.");
    }
    Instant until = change.course().confirmBy();
    return until == null || until.isAfter(clock.instant())
        ? Optional.empty()
        : Optional.of(
            "The change could be confirmed until "
                + PlainTime.of(until)
                + ", so another mail would not help. Nothing was sent.");
  }

  private boolean readerMaySwitch(ProvisioningOrder order) {
    return CurrentLogin.inTheEngine()
        .flatMap(login -> rules.refusalOfSwitch(order, login, CurrentLogin.groups()))
        .isEmpty();
  }

  @Override
  public void decided(Decision decision) {
    decision.set(ChangeOfRegistrantProcess.CHASE_AT, wait.nextChase());
    if (decision.is("RESEND")) {
      Decision.refuse(refusalOfResend(decision.order()));
    }
    if (decision.is("CANCEL")) {
      changes.toBeWithdrawn(decision.order().id(), Withdrawal.CALLER);
    }
    if (decision.is("SWITCH_TO_AGENT")) {
      switchToAgent(decision);
    }
  }

  /** Waiting longer, or having the mails sent again, does not count as a decision. */
  @Override
  public boolean isHandInOrder(Decision decision) {
    return decision.is("CANCEL") || decision.is("SWITCH_TO_AGENT");
  }

  private void switchToAgent(Decision decision) {
    ProvisioningOrder order = decision.order();
    if (!changes.get(order.id()).termsOrThrow().consentsNeeded()) {
      throw Decision.refused("The registry decides about this change; no agent can confirm it.");
    }
    if (changes.get(order.id()).course().withdrawnFor() == Withdrawal.CALLER) {
      throw Decision.refused("The order is being cancelled, so the change is not requested again.");
    }
    Decision.refuse(rules.refusalOfSwitch(order, decision.login(), decision.groups()));
    String evidence = decision.text("evidenceReference");
    if (evidence.isEmpty()) {
      throw Decision.refused(
          "«Where is the proof?» must be filled in: the agent may confirm for the prior registrant"
              + " only with an authorisation. Nothing was sent.");
    }
    consents.record(
        order,
        ConsentSide.PRIOR,
        ConsentKind.CONSENT,
        "authorisation of the prior registrant",
        evidence,
        clock.instant(),
        decision.login());
    changes.chosen(order.id(), RegistrantChangeMode.LOCK_AT_ONCE);
    changes.toBeWithdrawn(order.id(), Withdrawal.AGENT);
  }
}
