package io.domainflow.process.changeofregistrant;

import io.domainflow.account.RegistrantChangeMode;
import io.domainflow.consent.ConsentKind;
import io.domainflow.consent.ConsentSide;
import io.domainflow.order.ProvisioningOrder;
import io.domainflow.order.WaitingFor.Code;
import io.domainflow.order.progress.RegistrantChange;
import io.domainflow.order.progress.RegistrantChanges;
import io.domainflow.process.task.Decision;
import io.domainflow.process.task.OpenTask;
import io.domainflow.process.task.UserTask;
import io.domainflow.process.task.Waits;
import io.domainflow.process.text.CallerInstructions;
import io.domainflow.process.text.EnteredTime;
import io.domainflow.process.text.PlainTime;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Choose lock or wait: ICANN's transfer policy leaves a choice, and no possible one has been made.
 * A change without a lock needs a record, older than the order, that the prior registrant opted
 * out; the task can name one.
 */
@Component
class ChooseLockOrWait implements UserTask {

  private static final String EVIDENCE = "optOutReference";
  private static final String GIVEN_AT = "optOutGivenAt";

  private final RegistrantChanges changes;
  private final ChangeConsents consents;
  private final ApprovalRules rules;

  ChooseLockOrWait(RegistrantChanges changes, ChangeConsents consents, ApprovalRules rules) {
    this.changes = changes;
    this.consents = consents;
    this.rules = rules;
  }

  @Override
  public String id() {
    return "Task_ChooseLockOrWait";
  }

  @Override
  public Waits waits(OpenTask task) {
    return task.operator(
        Code.CHOICE,
        what(
            task.order(),
            Objects.requireNonNull(
                task.get(ChangeOfRegistrantProcess.CHOICE_REASON),
                "a choice is asked for with a reason")));
  }

  /** What somebody has to choose, and why. */
  static String what(ProvisioningOrder order, String code) {
    return "lock or wait for the change of registrant of "
        + order.content().domain().unicode()
        + ": "
        + reason(code)
        + ". Choose with «registrantChangeMode»"
        + CallerInstructions.orAnOperator("does");
  }

  private static String reason(String code) {
    return switch (code) {
      case "NO_OPT_OUT_HERE" ->
          "the registry (AFNIC) does not allow to opt out of the lock, so there is no change"
              + " without a lock";
      case "OPT_OUT_NOT_RECORDED" ->
          "a change without a lock was ordered, but it is not recorded that the prior registrant"
              + " opted out of the lock before the order";
      default -> "nobody has chosen yet";
    };
  }

  @Override
  public Map<String, Object> shows(ProvisioningOrder order) {
    RegistrantChange change = changes.get(order.id());
    return Map.of(
        "changedFields",
        ChangeWords.fields(change.beforeOrThrow().changedFields()),
        "differences",
        ChangeWords.differences(order, change),
        "kindOfChange",
        ChangeWords.kind(change),
        "optOut",
        optOut(order, change),
        "money",
        ChangeWords.money(order));
  }

  private String optOut(ProvisioningOrder order, RegistrantChange change) {
    if (!change.beforeOrThrow().optOutPossible()) {
      return "Not possible here: the registry (AFNIC) does not allow to opt out of the lock.";
    }
    return consents.hasOptedOut(order)
        ? "The prior registrant has opted out of the lock before; that is on record."
        : "Only if the prior registrant opted out of the lock before the order was placed: enter"
            + " where that is recorded, and when it was.";
  }

  @Override
  public void decided(Decision decision) {
    if (!decision.is("GIVE_UP")) {
      RegistrantChangeMode mode =
          RegistrantChangeMode.valueOf(
              Objects.requireNonNull(decision.answer(), "the form asks for one"));
      if (mode == RegistrantChangeMode.WAIT_WITHOUT_LOCK) {
        checkOptOut(decision);
      }
      changes.chosen(decision.order().id(), mode);
    }
  }

  private void checkOptOut(Decision decision) {
    ProvisioningOrder order = decision.order();
    if (!changes.get(order.id()).beforeOrThrow().optOutPossible()) {
      throw Decision.refused(
          "Waiting without a lock is not possible: the registry (AFNIC) does not let the lock be"
              + " opted out of. Choose another way.");
    }
    if (consents.hasOptedOut(order)) {
      return;
    }
    String evidence = decision.text(EVIDENCE);
    if (evidence.isEmpty()) {
      throw Decision.refused(
          "Waiting without a lock needs a record of the prior registrant's opting out: fill in"
              + " «Where is the opt-out recorded?» and «Opted out on». Without one choose"
              + " another way.");
    }
    Instant givenAt = instant(decision.value(GIVEN_AT));
    if (!givenAt.isBefore(order.createdAt())) {
      throw Decision.refused(
          "«Opted out on» must be older than the order, which was placed on "
              + PlainTime.of(order.createdAt())
              + ": by ICANN's policy it counts only if it was chosen before the request.");
    }
    Decision.refuse(rules.refusalOfOrderer(order, decision.login()));
    consents.record(
        order,
        ConsentSide.PRIOR,
        ConsentKind.OPT_OUT,
        "statement of the prior registrant",
        evidence,
        givenAt,
        decision.login());
  }

  private static Instant instant(@Nullable Object given) {
    try {
      return EnteredTime.of(given instanceof String text ? text.strip() : given);
    } catch (DateTimeException e) {
      throw Decision.refused(
          "«Opted out on» must be a date such as 2026-03-01, or a time such as"
              + " 2026-03-01T10:00:00Z");
    }
  }
}
