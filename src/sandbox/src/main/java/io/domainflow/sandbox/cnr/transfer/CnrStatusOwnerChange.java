package io.domainflow.sandbox.cnr.transfer;

import io.domainflow.sandbox.Basis;
import io.domainflow.sandbox.Behaviour;
import io.domainflow.sandbox.ConditionalOnSandbox;
import io.domainflow.sandbox.cnr.CnrDate;
import io.domainflow.sandbox.cnr.CnrHandler;
import io.domainflow.sandbox.cnr.Parameters;
import io.domainflow.sandbox.state.Table;
import io.domainflow.sandbox.state.Transaction;
import io.domainflow.sandbox.stored.name.Trade;
import io.domainflow.sandbox.wire.Answer;
import io.domainflow.sandbox.wire.Code;
import io.domainflow.sandbox.wire.Refusal;
import io.domainflow.sandbox.wire.WireCall;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;

@Component
@ConditionalOnSandbox
@Behaviour(
    value =
        "CNR StatusOwnerChange: domain, status REQUESTED, LOSING_APPROVED, GAINING_APPROVED or"
            + " SUCCESS, requested date, expire date, losing registrant and gaining registrant",
    basis = Basis.DOCUMENTED,
    source = "CentralNic Reseller knowledge base, StatusOwnerChange")
@Behaviour(
    value =
        "CNR StatusOwnerChange: a name whose registrant is not about to change, or has not changed,"
            + " is 545; one that is with the registry is LOSING_APPROVED",
    basis = Basis.INVENTED)
@Behaviour(
    value =
        "CNR: TradeDomain is not offered yet and is 500, although GetZoneInfo names TRADE for some"
            + " zones",
    basis = Basis.INVENTED)
class CnrStatusOwnerChange implements CnrHandler {

  @Override
  public String command() {
    return "StatusOwnerChange";
  }

  @Override
  public Parameters parameters() {
    return Parameters.requiring("DOMAIN");
  }

  @Override
  public Answer handle(WireCall call, Transaction transaction) {
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
