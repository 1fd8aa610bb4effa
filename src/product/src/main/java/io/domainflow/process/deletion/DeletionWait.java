package io.domainflow.process.deletion;

import io.domainflow.order.ProvisioningOrder;
import io.domainflow.order.WaitingFor;
import io.domainflow.order.WaitingFor.Code;
import io.domainflow.order.WaitingFor.Who;
import io.domainflow.order.progress.Deletion;
import io.domainflow.order.progress.Deletions;
import io.domainflow.process.StepVariables;
import io.domainflow.process.wait.ProcessWait;
import io.domainflow.process.wait.WaitIntervals;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/**
 * The wait for the registrar to carry out a deletion that it has accepted. Settings are those of
 * {@code domainflow.deletion}.
 *
 * <ul>
 *   <li>first check: after {@code first-look}; at once if the registrar did not say that it takes
 *       time
 *   <li>further checks: {@code look-every}, and whenever the registrar has news
 *   <li>an operator is asked: after {@code remind-after}, and as long after each «Keep waiting», in
 *       {@link ChaseDeletion}
 *   <li>until: the operator is asked
 * </ul>
 */
@Component
class DeletionWait implements ProcessWait {

  private final Deletions deletions;
  private final WaitIntervals patience;
  private final Clock clock;

  DeletionWait(Deletions deletions, DeletionProperties properties, Clock clock) {
    this.deletions = deletions;
    this.patience = properties.patience();
    this.clock = clock;
  }

  @Override
  public Set<Place> places() {
    return Place.in(
        DomainDeletionProcess.KEY, "Task_AwaitDeletion", "IntermediateEvent_NextReminder");
  }

  @Override
  public WaitingFor waitingFor(ProvisioningOrder order, DelegateExecution execution) {
    Deletion deletion = deletions.get(order.id());
    return new WaitingFor(
        Who.REGISTRAR,
        Code.DELETION_PENDING,
        "the registrar has accepted the deletion of "
            + order.content().domain().unicode()
            + " and has yet to carry it out; the order can no longer be cancelled. "
            + DeletionWords.afterwards(deletion.restorable(), deletion.restorePrice()),
        DomainDeletionProcess.REMIND_AT.of(execution),
        null);
  }

  /**
   * Starts the wait.
   *
   * @param pending whether the registrar says that it takes time; if not, the name is checked at
   *     once
   */
  Map<String, Object> begins(boolean pending) {
    Instant now = clock.instant();
    return StepVariables.of(
        DomainDeletionProcess.UNDER_WAY,
        true,
        DomainDeletionProcess.NEXT_LOOK_AT,
        pending ? patience.firstLookAt(now) : now,
        DomainDeletionProcess.REMIND_AT,
        patience.askAt(now));
  }

  /** Continues the wait. */
  Map<String, Object> continues() {
    return StepVariables.of(
        DomainDeletionProcess.UNDER_WAY,
        true,
        DomainDeletionProcess.NEXT_LOOK_AT,
        patience.nextLookAt(clock.instant()));
  }

  /** When to ask an operator again who keeps waiting. */
  Instant nextReminder() {
    return patience.askAt(clock.instant());
  }

  /** Whether a name without a sign of its deletion may still show one later. */
  boolean isYoung(Deletion deletion) {
    return clock
        .instant()
        .isBefore(
            patience.nextLookAt(
                Objects.requireNonNull(deletion.requestedAt(), "the deletion was requested")));
  }
}
