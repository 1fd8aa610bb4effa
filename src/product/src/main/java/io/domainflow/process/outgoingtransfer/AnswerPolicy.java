package io.domainflow.process.outgoingtransfer;

import io.domainflow.account.Accounts;
import io.domainflow.account.ResellerAccount;
import io.domainflow.order.leaving.OutgoingTransfer;
import io.domainflow.process.DecisionTables;
import io.domainflow.process.StepVariables;
import io.domainflow.process.outgoingtransfer.TransferSigns.Signs;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Applies OutgoingTransferPolicy.dmn to a request, except for who answers it. */
@Component
class AnswerPolicy {

  private static final String DECISION = "OutgoingTransferAnswer";

  private final DecisionTables tables;
  private final Accounts accounts;

  AnswerPolicy(DecisionTables tables, Accounts accounts) {
    this.tables = tables;
    this.accounts = accounts;
  }

  /** What an approver has to check. */
  @Nullable String lookAt(OutgoingTransfer transfer, Signs known) {
    return (String) decide(transfer, known).get("lookAt");
  }

  /**
   * Whether the link in the registrant's mail may grant the transfer. We do not know who follows
   * it, so this is allowed only where there are no signs of theft and one approval is enough.
   */
  boolean holderMayLetGo(OutgoingTransfer transfer, Signs known) {
    return Boolean.TRUE.equals(decide(transfer, known).get("holderMayLetGo"))
        && !wantsTwoApprovals(transfer);
  }

  /** Whether two people have to approve a transfer away from this account. */
  boolean wantsTwoApprovals(OutgoingTransfer transfer) {
    return accounts
        .find(transfer.account())
        .map(ResellerAccount::keeping)
        .filter(keeping -> keeping.transferOutFourEyes())
        .isPresent();
  }

  private Map<String, Object> decide(OutgoingTransfer transfer, Signs known) {
    return tables.decide(
        DECISION,
        new StepVariables()
            .and(OutgoingTransferProcess.ACCOUNT, transfer.account())
            .and(OutgoingTransferProcess.ANSWER_REFUSED, transfer.problem() != null)
            .and(known.facts())
            .map());
  }
}
