package io.domainflow.process.changeofregistrant;

import io.domainflow.order.ProvisioningOrder;
import io.domainflow.order.RegistrantChange;
import io.domainflow.order.RegistrantChange.Terms;
import io.domainflow.order.RegistrantChanges;
import io.domainflow.process.Facts;
import io.domainflow.process.paperwork.PaperWait;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The wait for a change that runs at the registrar, as facts for the model. */
@Component
class ChangeWait {

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

  /** The registrar has taken the change; the first look tells how it stands. */
  Map<String, Object> begins(ProvisioningOrder order, boolean pending) {
    Instant now = clock.instant();
    Terms terms = changes.get(order.id()).terms();
    Optional<Duration> patience = paper.patience(order);
    Duration lasts = patience.orElse(days(terms.confirmationDays()));
    changes.requested(order.id(), now, pending ? now.plus(lasts) : null);
    Duration first = patience.orElse(days(terms.reminderDays().get(0)));
    return new Facts()
        .and(paper.begins(order, pending))
        .and(ChangeOfRegistrantProcess.REMIND_AT, now.plus(first))
        .and(ChangeOfRegistrantProcess.CHASE_AT, now.plus(first))
        .map();
  }

  /**
   * It runs.
   *
   * @param since by the registrar's word; null if it states nothing
   */
  Map<String, Object> goesOn(ProvisioningOrder order, Instant since) {
    RegistrantChange change = changes.get(order.id());
    Optional<Duration> patience = paper.patience(order);
    Instant confirmBy =
        (since == null ? change.course().requestedAt() : since)
            .plus(patience.orElse(days(change.terms().confirmationDays())));
    changes.confirmBy(order.id(), confirmBy);
    Instant now = clock.instant();
    boolean justAsked =
        change.course().withdrawnAt() != null
            && now.isBefore(change.course().withdrawnAt().plus(properties.lookEvery()));
    // A form may come late: whoever is asked then decides, nobody's silence does.
    boolean ends = patience.isEmpty();
    if (ends && !now.isBefore(confirmBy.plus(days(change.terms().graceDays())))) {
      // One that the registrar does not let go of is not asked for without a pause.
      return justAsked
          ? state("UNDER_WAY", now.plus(properties.lookEvery()))
          : state("OVERDUE", now);
    }
    // What was seen may be from the moment before a withdrawal.
    Instant next = now.plus(justAsked ? properties.firstLook() : properties.lookEvery());
    // On the day it ends, and then once a day while the registrar may still close it by itself.
    if (now.isBefore(confirmBy)) {
      return state("UNDER_WAY", next.isAfter(confirmBy) ? confirmBy : next);
    }
    return state("UNDER_WAY", now.plus(Duration.ofDays(1)));
  }

  /** The registrar does not say yet how it stands. */
  Map<String, Object> settles() {
    return state("UNDER_WAY", clock.instant().plus(properties.firstLook()));
  }

  private static Map<String, Object> state(String state, Instant next) {
    return Facts.of(
        ChangeOfRegistrantProcess.CHANGE_STATE,
        state,
        ChangeOfRegistrantProcess.NEXT_LOOK_AT,
        next);
  }

  /** A reminder was sent; says when the next one is due. */
  Map<String, Object> reminded(ProvisioningOrder order) {
    changes.reminded(order.id());
    RegistrantChange change = changes.get(order.id());
    Optional<Instant> next = nextReminder(change);
    Facts facts = new Facts().and(ChangeOfRegistrantProcess.MORE_REMINDERS, next.isPresent());
    next.ifPresent(at -> facts.and(ChangeOfRegistrantProcess.REMIND_AT, at));
    return facts.map();
  }

  /** There is nobody to remind. */
  static Map<String, Object> noReminders() {
    return Facts.of(ChangeOfRegistrantProcess.MORE_REMINDERS, false);
  }

  private Optional<Instant> nextReminder(RegistrantChange change) {
    List<Integer> days = change.terms().reminderDays();
    int sent = change.course().remindersSent();
    return sent < days.size()
        ? Optional.of(change.course().requestedAt().plus(days(days.get(sent))))
        : Optional.empty();
  }

  /** The policy counts in days of 24 hours, whatever clocks do. */
  static Duration days(int days) {
    return Duration.ofDays(days);
  }
}
