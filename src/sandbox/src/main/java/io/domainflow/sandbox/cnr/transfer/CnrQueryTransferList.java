package io.domainflow.sandbox.cnr.transfer;

import io.domainflow.sandbox.ConditionalOnSandbox;
import io.domainflow.sandbox.cnr.CnrDate;
import io.domainflow.sandbox.cnr.CnrHandler;
import io.domainflow.sandbox.cnr.Listing;
import io.domainflow.sandbox.cnr.Parameters;
import io.domainflow.sandbox.command.transfer.CnrTransferState;
import io.domainflow.sandbox.protocol.Answer;
import io.domainflow.sandbox.protocol.ReceivedCommand;
import io.domainflow.sandbox.protocol.Wildcard;
import io.domainflow.sandbox.state.Profile;
import io.domainflow.sandbox.state.Table;
import io.domainflow.sandbox.state.Transaction;
import io.domainflow.sandbox.stored.name.Transfer;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.springframework.stereotype.Component;

@Component
@ConditionalOnSandbox
class CnrQueryTransferList implements CnrHandler {

  @Override
  public Parameters parameters() {
    return Parameters.none().optional("DOMAIN", "FIRST", "LIMIT", "WIDE", "ORDER", "ORDERBY");
  }

  @Override
  public Answer handle(ReceivedCommand call, Transaction transaction) {
    Profile profile = Profile.of(transaction);
    List<Transfer> rows =
        underWay(call, transaction).stream()
            .filter(transfer -> call.account().equals(transfer.gaining()))
            .toList();
    Map<String, Function<Transfer, String>> columns = Listing.columns();
    columns.put("domain", Transfer::domain);
    columns.put(
        "domaintransferstatus", transfer -> CnrTransferState.of(transfer, call.account(), profile));
    if (call.isOn("WIDE")) {
      columns.put("domaintransferdate", transfer -> CnrDate.of(transfer.createdAt()));
    }
    return Listing.of(call, rows, columns);
  }

  /** The open transfers whose name matches a pattern. */
  static List<Transfer> underWay(ReceivedCommand call, Transaction transaction) {
    String pattern = call.value("DOMAIN").orElse("*");
    return transaction.all(Table.TRANSFERS).stream()
        .filter(Transfer::running)
        .filter(transfer -> Wildcard.matches(pattern, transfer.domain()))
        .toList();
  }
}
