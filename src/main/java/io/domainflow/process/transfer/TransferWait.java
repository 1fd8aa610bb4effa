package io.domainflow.process.transfer;

import io.domainflow.order.ProvisioningOrder;
import io.domainflow.order.Transfer;
import io.domainflow.order.Transfer.Phase;
import io.domainflow.order.Transfers;
import io.domainflow.process.Facts;
import io.domainflow.process.paperwork.PaperWait;
import io.domainflow.registrar.command.ReadTransfer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The wait for a transfer that runs at the registrar, as facts for the model. */
@Component
class TransferWait {

  private final TransferProperties properties;
  private final Transfers transfers;
  private final PaperWait paper;
  private final Clock clock;

  TransferWait(TransferProperties properties, Transfers transfers, PaperWait paper, Clock clock) {
    this.properties = properties;
    this.transfers = transfers;
    this.paper = paper;
    this.clock = clock;
  }

  /**
   * Whom a transfer in this state waits for. «Initiated» is before the registrant's mail is
   * confirmed, «requested» and «pending» after: the registrar's pages list the values without
   * explaining them.
   */
  static Phase phase(ReadTransfer.State state) {
    return state.awaitsMail() ? Phase.CONFIRMATION_MAIL : Phase.AT_REGISTRY;
  }

  /**
   * The wait begins; the first look tells more.
   *
   * @param pending whether the registrar has said that it is not through yet
   * @param since null for now
   */
  Map<String, Object> begins(ProvisioningOrder order, boolean pending, Phase phase, Instant since) {
    Instant now = clock.instant();
    transfers.waitsFor(order.id(), phase, since == null ? now : since, null);
    return new Facts()
        .and(paper.begins(order, pending && comesFromElsewhere(order)))
        .and(DomainTransferProcess.UNDER_WAY, true)
        .and(DomainTransferProcess.NEXT_LOOK_AT, now.plus(properties.firstLook()))
        .and(DomainTransferProcess.REMIND_AT, now.plus(properties.remindAfter()))
        .map();
  }

  // Between two accounts of the registrar no registry has to be shown anything.
  private boolean comesFromElsewhere(ProvisioningOrder order) {
    return transfers.get(order.id()).kind() == Transfer.Kind.REQUEST;
  }

  /** The wait goes on: until the phase should be over, or until the next look at the latest. */
  Map<String, Object> goesOn(Instant phaseEndsAt) {
    Instant now = clock.instant();
    Instant next = now.plus(properties.lookEvery());
    if (phaseEndsAt != null && phaseEndsAt.isAfter(now) && phaseEndsAt.isBefore(next)) {
      next = phaseEndsAt.plus(properties.firstLook());
    }
    return goesOnAt(next);
  }

  /** The wait goes on for a moment: the registrar does not say yet how it ended. */
  Map<String, Object> settles() {
    return goesOnAt(clock.instant().plus(properties.firstLook()));
  }

  private static Map<String, Object> goesOnAt(Instant next) {
    return Facts.of(
        DomainTransferProcess.UNDER_WAY, true, DomainTransferProcess.NEXT_LOOK_AT, next);
  }

  /** When an operator is to be asked about it. */
  Instant overdueAt(ProvisioningOrder order, Transfer transfer) {
    Instant usual = overdueAt(transfer);
    return paper
        .patience(order)
        .map(transfer.requestedAt()::plus)
        .filter(usual::isBefore)
        .orElse(usual);
  }

  private Instant overdueAt(Transfer transfer) {
    if (transfer.phase() == Phase.CONFIRMATION_MAIL || transfer.phaseEndsAt() == null) {
      return transfer.requestedAt().plus(properties.remindAfter());
    }
    return transfer.phaseEndsAt().plus(properties.patience());
  }

  /** How long until an operator is asked again. */
  Duration pause() {
    return properties.remindAfter();
  }
}
