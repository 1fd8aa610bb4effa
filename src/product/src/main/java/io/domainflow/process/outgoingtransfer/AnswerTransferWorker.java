package io.domainflow.process.outgoingtransfer;

import io.domainflow.consent.DisputeHolds;
import io.domainflow.order.leaving.OutgoingTransfer;
import io.domainflow.order.leaving.OutgoingTransferAnswers;
import io.domainflow.order.leaving.OutgoingTransfers;
import io.domainflow.process.StepVariables;
import io.domainflow.process.domain.NameKey;
import io.domainflow.process.outgoingtransfer.AnswerTransferWorker.Sent;
import io.domainflow.process.worker.AccountStep;
import io.domainflow.process.worker.StepResult;
import io.domainflow.process.worker.Worker;
import io.domainflow.registrar.RegistrarFailure.AccessRefused;
import io.domainflow.registrar.RegistrarFailure.Refused;
import io.domainflow.registrar.RegistrarGateway;
import io.domainflow.registrar.command.AnswerTransfer;
import io.domainflow.registrar.command.ListOutgoingTransfers.Entry;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Sends the decided answer to the registrar, unless its list has another request for the name
 * meanwhile: the registrar takes an answer for the name, no matter who requests it. If the
 * registrar has no open request, or another one, the check that follows says whether the request
 * has ended; if it refuses the answer, a person decides again and sees the registrar's words.
 */
@Component
class AnswerTransferWorker implements Worker.OfAccount<Sent> {

  private static final Logger log = LoggerFactory.getLogger(AnswerTransferWorker.class);

  private final OutgoingTransfers transfers;
  private final OutgoingTransferAnswers answers;
  private final DisputeHolds holds;

  AnswerTransferWorker(
      OutgoingTransfers transfers, OutgoingTransferAnswers answers, DisputeHolds holds) {
    this.transfers = transfers;
    this.answers = answers;
    this.holds = holds;
  }

  /**
   * The result of the answer.
   *
   * @param transfer the request that was answered; null if there was nothing to send
   * @param taken whether the registrar accepted it
   * @param refusal its refusal, for people
   */
  record Sent(@Nullable UUID transfer, boolean taken, @Nullable String refusal) {}

  @Override
  public Sent ask(AccountStep step, RegistrarGateway registrar) {
    NameKey key = NameKey.of(step.businessKey());
    return toSend(key)
        .map(transfer -> answer(key, transfer, registrar))
        .orElseGet(() -> new Sent(null, false, null));
  }

  private Sent answer(NameKey key, OutgoingTransfer transfer, RegistrarGateway registrar) {
    if (!mayBeSent(transfer)) {
      return new Sent(
          transfer.id(), false, "the name is disputed, and does not leave until that is settled");
    }
    try {
      Entry listed = RequestList.read(key.account(), registrar).requests().get(key.domain());
      if (listed != null && !transfer.isRequestOf(listed.gainingRegistrar(), listed.createdAt())) {
        log.warn(
            "account {}, {}: the answer was not sent, because the registrar has another request",
            key.account(),
            key.domain());
        return new Sent(transfer.id(), false, null);
      }
    } catch (Refused | AccessRefused e) {
      if (e instanceof AccessRefused access && !access.isRightMissing()) {
        throw e;
      }
      if (isApproved(transfer)) {
        return new Sent(
            transfer.id(),
            false,
            "the registrar does not show who requests the name now, so the approval was not sent now");
      }
      // a denial is sent all the same: a name that stays can be requested again
    }
    return send(key, transfer, registrar);
  }

  // A dispute may have begun since the approval, for example while the registrar was unavailable.
  private boolean mayBeSent(OutgoingTransfer transfer) {
    return !isApproved(transfer) || !holds.isHeld(transfer.domain());
  }

  private static boolean isApproved(OutgoingTransfer transfer) {
    return Objects.requireNonNull(transfer.answer()).approve();
  }

  private Optional<OutgoingTransfer> toSend(NameKey key) {
    return transfers
        .open(key.account(), key.domain())
        .filter(transfer -> transfer.answer() != null && transfer.answer().sentAt() == null);
  }

  private static Sent send(NameKey key, OutgoingTransfer transfer, RegistrarGateway registrar) {
    boolean approve = isApproved(transfer);
    try {
      boolean answered =
          registrar.ensure(key.account(), new AnswerTransfer(key.domain(), approve)).answered();
      log.info(
          "account {}, {}: {}",
          key.account(),
          key.domain(),
          answered ? (approve ? "let go" : "denied") : "no request is left to answer");
      return new Sent(transfer.id(), answered, null);
    } catch (Refused e) {
      log.warn(
          "account {}, {}: the answer was refused: {}",
          key.account(),
          key.domain(),
          e.getMessage());
      return new Sent(
          transfer.id(), false, "the registrar refuses the answer: «" + e.words() + "»");
    }
  }

  @Override
  public StepResult conclude(AccountStep step, Sent sent) {
    NameKey key = NameKey.of(step.businessKey());
    Optional<OutgoingTransfer> answered =
        transfers
            .lock(key.account(), key.domain())
            .filter(transfer -> transfer.id().equals(sent.transfer()));
    answered.ifPresent(transfer -> note(transfer, sent));
    boolean refused = sent.refusal() != null;
    StepVariables facts =
        new StepVariables()
            .and(OutgoingTransferProcess.ANSWER_TAKEN, !refused)
            .and(OutgoingTransferProcess.ANSWER_REFUSED, refused);
    return StepResult.done(facts.map());
  }

  private void note(OutgoingTransfer transfer, Sent sent) {
    if (sent.refusal() != null) {
      answers.refused(transfer, sent.refusal());
    } else if (sent.taken()) {
      answers.sent(transfer);
    } else {
      answers.nothingToAnswer(transfer);
    }
  }
}
