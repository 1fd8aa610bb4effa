package io.domainflow.sandbox.cnr.transfer;

import io.domainflow.sandbox.ConditionalOnSandbox;
import io.domainflow.sandbox.cnr.CnrDate;
import io.domainflow.sandbox.cnr.CnrHandler;
import io.domainflow.sandbox.cnr.Parameters;
import io.domainflow.sandbox.protocol.Answer;
import io.domainflow.sandbox.protocol.Code;
import io.domainflow.sandbox.protocol.ReceivedCommand;
import io.domainflow.sandbox.protocol.Refusal;
import io.domainflow.sandbox.state.Table;
import io.domainflow.sandbox.state.Transaction;
import io.domainflow.sandbox.stored.name.Trade;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;

@Component
@ConditionalOnSandbox
class CnrStatusOwnerChange implements CnrHandler {

  @Override
  public Parameters parameters() {
    return Parameters.requiring("DOMAIN");
  }

  @Override
  public Answer handle(ReceivedCommand call, Transaction transaction) {
    Trade trade =
        transaction
            .find(Table.TRADES, call.domain())
            .filter(known -> known.account().equals(call.account()))
            .filter(known -> !known.status().equals("FAILED"))
            .orElseThrow(() -> new Refusal(Code.NOT_FOUND));
    return Answer.of(Code.COMPLETED)
        .with("domain", trade.domain())
        .with(
            "expire date", CnrDate.of(Objects.requireNonNullElse(trade.dueAt(), trade.updatedAt())))
        .with("gaining registrant", trade.owners())
        .with("losing registrant", trade.oldContacts().getOrDefault("OWNER", List.of()))
        .with("requested date", CnrDate.of(trade.createdAt()))
        .with(
            "status",
            switch (trade.status()) {
              case "REQUESTED" -> "REQUESTED";
              case "PENDING" -> "LOSING_APPROVED";
              default -> "SUCCESS";
            });
  }
}
