package io.domainflow.sandbox.cnr.transfer;

import io.domainflow.sandbox.ConditionalOnSandbox;
import io.domainflow.sandbox.account.Ledger;
import io.domainflow.sandbox.cnr.CnrHandler;
import io.domainflow.sandbox.cnr.IspapiCommands;
import io.domainflow.sandbox.cnr.Parameters;
import io.domainflow.sandbox.command.Handler;
import io.domainflow.sandbox.command.transfer.TradeCheck;
import io.domainflow.sandbox.protocol.Answer;
import io.domainflow.sandbox.protocol.Code;
import io.domainflow.sandbox.protocol.ReceivedCommand;
import io.domainflow.sandbox.protocol.Refusal;
import io.domainflow.sandbox.state.Table;
import io.domainflow.sandbox.state.Transaction;
import io.domainflow.sandbox.stored.name.RegisteredName;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

@Component
@ConditionalOnSandbox
class CnrSetDomainTransferMode implements CnrHandler, Handler.Changing {

  private static final Set<String> MODES = Set.of("DEFAULT", "AUTOAPPROVE", "AUTODENY");

  private final Ledger ledger;
  private final Clock clock;

  CnrSetDomainTransferMode(Ledger ledger, Clock clock) {
    this.ledger = ledger;
    this.clock = clock;
  }

  @Override
  public Parameters parameters() {
    return Parameters.requiring("DOMAIN", "TRANSFERMODE").optional("TOKEN");
  }

  @Override
  public Answer handle(ReceivedCommand call, Transaction transaction) {
    RegisteredName name = IspapiCommands.plainly(() -> TradeCheck.name(call, transaction));
    String mode = call.required("TRANSFERMODE");
    if (!MODES.contains(mode)) {
      throw new Refusal(Code.INVALID_VALUE);
    }
    Map<String, String> fields = new HashMap<>(name.fields());
    fields.put(RegisteredName.TRANSFER_MODE, mode);
    transaction.put(Table.NAMES, name.withFields(fields));
    ledger.record(call, command(), name.domain(), BigDecimal.ZERO, clock.instant(), transaction);
    return Answer.of(Code.COMPLETED);
  }
}
