package io.domainflow.sandbox.cnr.dns;

import io.domainflow.sandbox.ConditionalOnSandbox;
import io.domainflow.sandbox.account.Ledger;
import io.domainflow.sandbox.cnr.CnrHandler;
import io.domainflow.sandbox.cnr.Parameters;
import io.domainflow.sandbox.command.Handler;
import io.domainflow.sandbox.protocol.Answer;
import io.domainflow.sandbox.protocol.Code;
import io.domainflow.sandbox.protocol.ReceivedCommand;
import io.domainflow.sandbox.protocol.Refusal;
import io.domainflow.sandbox.state.Table;
import io.domainflow.sandbox.state.Transaction;
import io.domainflow.sandbox.stored.name.WebForward;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.Locale;
import java.util.Set;
import org.springframework.stereotype.Component;

@Component
@ConditionalOnSandbox
class CnrAddWebFwd implements CnrHandler, Handler.Changing {

  private static final Set<String> TYPES = Set.of("RD", "MRD", "SELF");

  private final Ledger ledger;
  private final Clock clock;

  CnrAddWebFwd(Ledger ledger, Clock clock) {
    this.ledger = ledger;
    this.clock = clock;
  }

  @Override
  public Parameters parameters() {
    return Parameters.requiring("SOURCE", "TARGET").optional("TYPE", "KEEPURIPATH");
  }

  @Override
  public Answer handle(ReceivedCommand call, Transaction transaction) {
    String type = call.value("TYPE").orElse("RD").toUpperCase(Locale.ROOT);
    if (!TYPES.contains(type)) {
      throw new Refusal(Code.INVALID_VALUE);
    }
    WebForward forward =
        new WebForward(
            call.required("SOURCE").toLowerCase(Locale.ROOT),
            call.required("TARGET"),
            type,
            call.isOn("KEEPURIPATH"),
            call.account());
    if (CnrZones.above(forward.host(), call.account(), transaction).isEmpty()) {
      throw new Refusal(Code.NOT_FOUND);
    }
    if (transaction.find(Table.WEB_FORWARDS, forward.key()).isPresent()) {
      throw new Refusal(Code.NOT_UNIQUE);
    }
    transaction.put(Table.WEB_FORWARDS, forward);
    ledger.record(call, command(), forward.host(), BigDecimal.ZERO, clock.instant(), transaction);
    return Answer.of(Code.COMPLETED);
  }
}
