package io.domainflow.process.outgoingtransfer;

import io.domainflow.order.leaving.DenialReason;
import io.domainflow.order.leaving.OutgoingTransfer;
import io.domainflow.order.leaving.OutgoingTransferAnswers;
import io.domainflow.order.leaving.OutgoingTransfers;
import io.domainflow.process.Decided;
import io.domainflow.process.domain.NameKey;
import io.domainflow.process.outgoingtransfer.TransferSigns.Signs;
import io.domainflow.process.text.PlainTime;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.stereotype.Component;

/**
 * Stores what the decision table has decided; a denial by the policy is recorded with its reason
 * and proof.
 */
@Component
class AnswerDecidedListener implements ExecutionListener {

  private final OutgoingTransfers transfers;
  private final OutgoingTransferAnswers answers;
  private final TransferSigns signs;

  AnswerDecidedListener(
      OutgoingTransfers transfers, OutgoingTransferAnswers answers, TransferSigns signs) {
    this.transfers = transfers;
    this.answers = answers;
    this.signs = signs;
  }

  @Override
  public void notify(DelegateExecution execution) {
    if (execution.isCanceled()) {
      return;
    }
    Map<String, Object> decided = Decided.in(execution);
    NameKey key = NameKey.of(execution.getProcessBusinessKey());
    Optional<OutgoingTransfer> open = transfers.lock(key.account(), key.domain());
    boolean over = "".equals(OutgoingTransferProcess.REQUEST.of(execution)) || open.isEmpty();
    // nobody is asked about a request that has ended: it waits for its check
    String answer = over ? "LET_GO" : (String) decided.get("answer");
    OutgoingTransferProcess.ANSWER.set(execution, answer);
    if ("DENY".equals(answer) && open.get().answer() == null) {
      deny(open.get(), Decided.text(decided, "reason"));
    }
  }

  private void deny(OutgoingTransfer transfer, String reason) {
    DenialReason why = DenialReason.valueOf(reason);
    answers.deny(transfer, why, proof(why, signs.of(transfer)), null);
  }

  private static String proof(DenialReason why, Signs known) {
    if (why == DenialReason.UDRP_URS_TDRP && known.dispute() != null) {
      return "A dispute over the name (" + known.dispute() + ") is noted here.";
    }
    return known.changeLockUntil() == null
        ? "OutgoingTransferPolicy.dmn denies it."
        : "The registrant was changed here; the lock runs until "
            + PlainTime.of(known.changeLockUntil())
            + ".";
  }
}
