package io.domainflow.process.outgoingtransfer;

import io.domainflow.order.leaving.OutgoingTransfer;
import io.domainflow.order.leaving.OutgoingTransfers;
import io.domainflow.process.Facts;
import io.domainflow.process.domain.NameKey;
import io.domainflow.process.worker.AccountStep;
import io.domainflow.process.worker.StepResult;
import io.domainflow.process.worker.Worker;
import io.domainflow.registrar.RegistrarFailure.Refused;
import io.domainflow.registrar.RegistrarGateway;
import io.domainflow.registrar.command.AnswerTransfer;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Answers the request as was decided. If nothing is left to answer, it has ended either way; what
 * the registrar refuses goes back to a person, with its words.
 */
@Component
class AnswerTransferWorker implements Worker.OfAccount<Optional<String>> {

  private static final Logger log = LoggerFactory.getLogger(AnswerTransferWorker.class);

  private final OutgoingTransfers transfers;

  AnswerTransferWorker(OutgoingTransfers transfers) {
    this.transfers = transfers;
  }

  @Override
  public String topic() {
    return "answer-transfer";
  }

  /** What the registrar refused, for people; empty if it did not. */
  @Override
  public Optional<String> ask(AccountStep step, RegistrarGateway registrar) {
    NameKey key = NameKey.of(step.businessKey());
    Optional<OutgoingTransfer> decided =
        transfers
            .open(key.account(), key.domain())
            .filter(transfer -> transfer.answer() != null && transfer.answer().sentAt() == null);
    if (decided.isEmpty()) {
      return Optional.empty();
    }
    boolean approve = decided.get().answer().approve();
    try {
      boolean answered =
          registrar.ensure(key.account(), new AnswerTransfer(key.domain(), approve)).answered();
      log.info(
          "account {}, {}: {}",
          key.account(),
          key.domain(),
          answered ? (approve ? "let go" : "denied") : "no request is left to answer");
      return Optional.empty();
    } catch (Refused e) {
      log.warn(
          "account {}, {}: the answer was refused: {}",
          key.account(),
          key.domain(),
          e.getMessage());
      return Optional.of("the registrar refuses the answer: «" + e.words() + "»");
    }
  }

  @Override
  public StepResult conclude(AccountStep step, Optional<String> refusal) {
    NameKey key = NameKey.of(step.businessKey());
    transfers
        .open(key.account(), key.domain())
        .filter(transfer -> transfer.answer() != null)
        .ifPresent(
            transfer ->
                refusal.ifPresentOrElse(
                    problem -> transfers.refused(transfer, problem),
                    () -> transfers.sent(transfer)));
    return StepResult.done(
        Facts.of(
            OutgoingTransferProcess.ANSWER_TAKEN,
            refusal.isEmpty(),
            OutgoingTransferProcess.ANSWER_REFUSED,
            refusal.isPresent()));
  }
}
