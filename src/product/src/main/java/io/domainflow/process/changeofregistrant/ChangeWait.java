package io.domainflow.process.changeofregistrant;

import io.domainflow.order.ProvisioningOrder;
import io.domainflow.order.WaitingFor;
import io.domainflow.order.WaitingFor.Code;
import io.domainflow.order.progress.RegistrantChange;
import io.domainflow.order.progress.RegistrantChange.Terms;
import io.domainflow.order.progress.RegistrantChanges;
import io.domainflow.process.StepVariables;
import io.domainflow.process.paperwork.PaperWait;
import io.domainflow.process.wait.ProcessWait;
import io.domainflow.process.wait.WaitIntervals;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The wait for a change that runs at the registrar, mostly for the prior registrant to confirm it.
 * Days are those of the terms, by the decision tables; settings are those of {@code
 * domainflow.change-of-registrant}. Where the registry requires papers instead, see {@link
 * PaperWait}, the zone's days for them replace the terms'.
 *
 * <ul>
 *   <li>first look: at once; after {@code first-look} while the registrar does not show the state
 *   <li>further looks: {@code look-every}, on the day it ends and then once a day; and whenever the
 *       registrar has news
 *   <li>the prior registrant is reminded: on each of the reminder days
 *   <li>an operator is asked: on the first of them, in {@link ChaseConfirmation}, which stays open;
 *       and again a day after the registrar has refused to withdraw it
 *   <li>overdue: after the confirmation days and the grace days it is cancelled at the registrar;
 *       papers may come late
 *   <li>until: the confirmation days are over; with papers later than that, the operator is asked
 *       again
 * </ul>
 */
@Component
class ChangeWait implements ProcessWait {

  private final ChangeProperties properties;
  private final RegistrantChanges changes;
  private final PaperWait paper;
  private final Clock clock;

  ChangeWait(ChangeProperties properties, RegistrantChanges changes, PaperWait paper, Clock clock) {
    this.properties = properties;
    this.changes = changes;
    this.paper = paper;
    this.clock = clock;
  }

  @Override
  public Set<Place> places() {
    return Place.in(ChangeOfRegistrantProcess.KEY, "Task_AwaitConfirmation");
  }

  @Override
  public WaitingFor waitingFor(ProvisioningOrder order, DelegateExecution execution) {
    return paper
        .waitingFor(order, execution, ChangeOfRegistrantProcess.CHASE_AT.of(execution))
        .orElseGet(() -> underWay(order));
  }

  /** Whom a running change waits for, where no papers are required. */
  WaitingFor underWay(ProvisioningOrder order) {
    RegistrantChange change = changes.get(order.id());
    return new WaitingFor(
        ChangeWords.who(change),
        Code.CONFIRMATION,
        ChangeWords.waits(order, change),
        change.course().confirmBy(),
        null);
  }

  /** The registrar has accepted the change; the first look shows its state. */
  Map<String, Object> begins(ProvisioningOrder order, boolean pending) {
    Instant now = clock.instant();
    Terms terms = changes.get(order.id()).termsOrThrow();
    changes.requested(order.id(), now, pending ? now.plus(lasts(order, terms)) : null);
    Instant askAt = patience(order, terms).askAt(now);
    return new StepVariables()
        .and(paper.begins(order, pending))
        .and(ChangeOfRegistrantProcess.REMIND_AT, askAt)
        .and(ChangeOfRegistrantProcess.CHASE_AT, askAt)
        .map();
  }

  private Duration lasts(ProvisioningOrder order, Terms terms) {
    return paper.patience(order).orElse(days(terms.confirmationDays()));
  }

  private WaitIntervals patience(ProvisioningOrder order, Terms terms) {
    return properties.patience(paper.patience(order).orElse(days(terms.reminderDays().get(0))));
  }

  /**
   * The change is running.
   *
   * @param since the registrar's date; null if it states none
   */
  Map<String, Object> continues(ProvisioningOrder order, @Nullable Instant since) {
    RegistrantChange change = changes.get(order.id());
    WaitIntervals patience = patience(order, change.termsOrThrow());
    Instant confirmBy =
        (since == null ? change.course().requestedAtOrThrow() : since)
            .plus(lasts(order, change.termsOrThrow()));
    changes.confirmBy(order.id(), confirmBy);
    Instant now = clock.instant();
    boolean withdrawalIsRecent = withdrawalIsRecent(change);
    // A form may arrive late: the operator asked then decides, not the passing of time.
    boolean ends = paper.patience(order).isEmpty();
    if (ends && !now.isBefore(cancelledAt(confirmBy, change.termsOrThrow()))) {
      // If the registrar does not release the change, the withdrawal is repeated only after a
      // pause.
      return withdrawalIsRecent
          ? state("UNDER_WAY", patience.nextLookAt(now))
          : state("OVERDUE", now);
    }
    // The observed state may date from before a withdrawal.
    Instant next = withdrawalIsRecent ? patience.firstLookAt(now) : patience.nextLookAt(now);
    // On the last day, and then once a day while the registrar may still close it automatically.
    if (now.isBefore(confirmBy)) {
      return state("UNDER_WAY", next.isAfter(confirmBy) ? confirmBy : next);
    }
    return state("UNDER_WAY", now.plus(Duration.ofDays(1)));
  }

  /** When an operator whose request the registrar has refused is asked again. */
  Instant nextChase() {
    return clock.instant().plus(Duration.ofDays(1));
  }

  /** Whether the withdrawal of a change was requested so recently that no look has followed. */
  boolean withdrawalIsRecent(RegistrantChange change) {
    Instant asked = change.course().withdrawnAt();
    return asked != null && clock.instant().isBefore(asked.plus(properties.lookEvery()));
  }

  /** When a change that nobody has confirmed is cancelled at the registrar. */
  static Instant cancelledAt(Instant confirmBy, Terms terms) {
    return confirmBy.plus(days(terms.graceDays()));
  }

  /** The registrar does not show the state yet. */
  Map<String, Object> settles() {
    return state("UNDER_WAY", clock.instant().plus(properties.firstLook()));
  }

  private static Map<String, Object> state(String state, Instant next) {
    return StepVariables.of(
        ChangeOfRegistrantProcess.CHANGE_STATE,
        state,
        ChangeOfRegistrantProcess.NEXT_LOOK_AT,
        next);
  }

  /** A reminder was sent; the result says when the next one is due. */
  Map<String, Object> reminded(ProvisioningOrder order) {
    changes.reminded(order.id());
    RegistrantChange change = changes.get(order.id());
    Optional<Instant> next = nextReminder(change);
    StepVariables facts =
        new StepVariables().and(ChangeOfRegistrantProcess.MORE_REMINDERS, next.isPresent());
    next.ifPresent(at -> facts.and(ChangeOfRegistrantProcess.REMIND_AT, at));
    return facts.map();
  }

  /** There is nobody to remind. */
  static Map<String, Object> noReminders() {
    return StepVariables.of(ChangeOfRegistrantProcess.MORE_REMINDERS, false);
  }

  private Optional<Instant> nextReminder(RegistrantChange change) {
    List<Integer> days = change.termsOrThrow().reminderDays();
    int sent = change.course().remindersSent();
    return sent < days.size()
        ? Optional.of(change.course().requestedAtOrThrow().plus(days(days.get(sent))))
        : Optional.empty();
  }

  /** The policy counts in days of 24 hours, regardless of daylight saving time. */
  static Duration days(int days) {
    return Duration.ofDays(days);
  }
}
