package io.domainflow.sandbox.cnr.transfer;

import io.domainflow.sandbox.ConditionalOnSandbox;
import io.domainflow.sandbox.cnr.CnrDate;
import io.domainflow.sandbox.cnr.CnrHandler;
import io.domainflow.sandbox.cnr.Listing;
import io.domainflow.sandbox.cnr.Parameters;
import io.domainflow.sandbox.command.transfer.CnrTransferState;
import io.domainflow.sandbox.protocol.Answer;
import io.domainflow.sandbox.protocol.ReceivedCommand;
import io.domainflow.sandbox.state.Profile;
import io.domainflow.sandbox.state.Transaction;
import io.domainflow.sandbox.stored.name.Transfer;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.springframework.stereotype.Component;

@Component
@ConditionalOnSandbox
class CnrQueryForeignTransferList implements CnrHandler {

  @Override
  public Parameters parameters() {
    return Parameters.none().optional("DOMAIN", "FIRST", "LIMIT", "WIDE");
  }

  @Override
  public Answer handle(ReceivedCommand call, Transaction transaction) {
    Profile profile = Profile.of(transaction);
    List<Transfer> rows =
        CnrQueryTransferList.underWay(call, transaction).stream()
            .filter(transfer -> call.account().equals(transfer.losing()))
            .toList();
    Map<String, Function<Transfer, String>> columns = Listing.columns();
    columns.put("domain", Transfer::domain);
    columns.put("requestingregistrar", CnrTransferState::requesting);
    columns.put(
        "transferdate",
        transfer ->
            CnrDate.of(profile == Profile.A ? transfer.dueAtOrThrow() : transfer.createdAt()));
    columns.put(
        "transferstatus", transfer -> CnrTransferState.of(transfer, call.account(), profile));
    return Listing.of(call, rows, columns);
  }
}
