package io.domainflow.process.transfer;

import io.domainflow.order.ProvisioningOrder;
import io.domainflow.order.WaitingFor;
import io.domainflow.order.progress.Transfer;
import io.domainflow.order.progress.Transfer.Phase;
import io.domainflow.order.progress.Transfers;
import io.domainflow.process.StepVariables;
import io.domainflow.process.paperwork.PaperWait;
import io.domainflow.process.wait.ProcessWait;
import io.domainflow.process.wait.WaitIntervals;
import io.domainflow.registrar.command.ReadTransfer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The wait for a transfer that is under way at the registrar: first for the registrant to confirm
 * the mail, then for the registry and the losing registrar. Settings are those of {@code
 * domainflow.transfer}; where the registry needs documents, see {@link PaperWait}.
 *
 * <ul>
 *   <li>first check: after {@code first-look}
 *   <li>further checks: {@code look-every}, when the registry's time is over, and whenever there is
 *       news
 *   <li>an operator is asked: {@code remind-after} the request while the mail is not confirmed,
 *       {@code patience} after the registry's time, with documents not before the days that the
 *       zone gives for them; and {@code remind-after} each answer, in {@link ChaseTransfer}
 *   <li>until: the mail should be confirmed, or the registry's time is over; later than that, the
 *       operator is asked again
 * </ul>
 */
@Component
class TransferWait implements ProcessWait {

  private final WaitIntervals patience;
  private final Duration beyondTerm;
  private final Transfers transfers;
  private final PaperWait paper;
  private final Clock clock;

  TransferWait(TransferProperties properties, Transfers transfers, PaperWait paper, Clock clock) {
    this.patience = properties.patience();
    this.beyondTerm = properties.beyondTerm();
    this.transfers = transfers;
    this.paper = paper;
    this.clock = clock;
  }

  @Override
  public Set<Place> places() {
    return Place.in(
        DomainTransferProcess.KEY, "Task_AwaitTransfer", "IntermediateEvent_NextReminder");
  }

  @Override
  public WaitingFor waitingFor(ProvisioningOrder order, DelegateExecution execution) {
    return paper
        .waitingFor(order, execution, DomainTransferProcess.REMIND_AT.of(execution))
        .orElseGet(() -> underWay(order, execution));
  }

  private WaitingFor underWay(ProvisioningOrder order, DelegateExecution execution) {
    Transfer transfer = transfers.get(order.id());
    Instant ends =
        transfer.phase() == Phase.AT_REGISTRY ? transfer.phaseEndsAt() : overdueAt(order, transfer);
    boolean over = ends != null && !ends.isAfter(clock.instant());
    return new WaitingFor(
        TransferWords.who(transfer),
        TransferWords.code(transfer),
        TransferWords.what(order, transfer),
        over ? DomainTransferProcess.REMIND_AT.of(execution) : ends,
        null);
  }

  /**
   * Whom a transfer in this state waits for. «Initiated» is before the registrant confirms the
   * mail, «requested» and «pending» after: the registrar's pages list the values without explaining
   * them.
   */
  static Phase phase(ReadTransfer.State state) {
    return state.awaitsMail() ? Phase.CONFIRMATION_MAIL : Phase.AT_REGISTRY;
  }

  /**
   * Starts the wait; the first check tells more.
   *
   * @param pending whether the registrar has said that the transfer is not completed yet
   * @param since null for now
   */
  Map<String, Object> begins(
      ProvisioningOrder order, boolean pending, Phase phase, @Nullable Instant since) {
    Instant now = clock.instant();
    transfers.waitsFor(order.id(), phase, since == null ? now : since, null);
    return new StepVariables()
        .and(paper.begins(order, pending && comesFromElsewhere(order)))
        .and(DomainTransferProcess.UNDER_WAY, true)
        .and(DomainTransferProcess.NEXT_LOOK_AT, patience.firstLookAt(now))
        .and(DomainTransferProcess.REMIND_AT, patience.askAt(now))
        .map();
  }

  // For a transfer between two accounts of the registrar, no registry needs documents.
  private boolean comesFromElsewhere(ProvisioningOrder order) {
    return transfers.get(order.id()).kind() == Transfer.Kind.REQUEST;
  }

  /** Continues the wait, until the end of the phase or the next check, whichever comes first. */
  Map<String, Object> continues(@Nullable Instant phaseEndsAt) {
    Instant now = clock.instant();
    Instant next = patience.nextLookAt(now);
    if (phaseEndsAt != null && phaseEndsAt.isAfter(now) && phaseEndsAt.isBefore(next)) {
      next = patience.firstLookAt(phaseEndsAt);
    }
    return goesOnAt(next);
  }

  /** Continues the wait for a moment: the registrar does not say yet how the transfer ended. */
  Map<String, Object> settles() {
    return goesOnAt(patience.firstLookAt(clock.instant()));
  }

  private static Map<String, Object> goesOnAt(Instant next) {
    return StepVariables.of(
        DomainTransferProcess.UNDER_WAY, true, DomainTransferProcess.NEXT_LOOK_AT, next);
  }

  /** When to ask an operator for the first time. */
  Instant overdueAt(ProvisioningOrder order, Transfer transfer) {
    Instant usual = overdueAt(transfer);
    return paper
        .patience(order)
        .map(transfer.requestedAtOrThrow()::plus)
        .filter(usual::isBefore)
        .orElse(usual);
  }

  private Instant overdueAt(Transfer transfer) {
    if (transfer.phase() == Phase.CONFIRMATION_MAIL || transfer.phaseEndsAt() == null) {
      return patience.askAt(transfer.requestedAtOrThrow());
    }
    return transfer.phaseEndsAt().plus(beyondTerm);
  }

  /** When to ask an operator again who keeps waiting. */
  Instant nextReminder() {
    return patience.askAt(clock.instant());
  }
}
