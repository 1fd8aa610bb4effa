package io.domainflow.sandbox.command.dns;

import io.domainflow.sandbox.ConditionalOnSandbox;
import io.domainflow.sandbox.account.Ledger;
import io.domainflow.sandbox.command.CommandHandler;
import io.domainflow.sandbox.command.Handler;
import io.domainflow.sandbox.protocol.Answer;
import io.domainflow.sandbox.protocol.Code;
import io.domainflow.sandbox.protocol.ReceivedCommand;
import io.domainflow.sandbox.protocol.Refusal;
import io.domainflow.sandbox.state.Table;
import io.domainflow.sandbox.state.Transaction;
import io.domainflow.sandbox.stored.name.Host;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;

@Component
@ConditionalOnSandbox
class ModifyNameserverHandler implements CommandHandler, Handler.Changing {

  private final Ledger ledger;
  private final Clock clock;

  ModifyNameserverHandler(Ledger ledger, Clock clock) {
    this.ledger = ledger;
    this.clock = clock;
  }

  @Override
  public Answer handle(ReceivedCommand call, Transaction transaction) {
    call.refuse(List.of("NEWNAMESERVER"));
    Host host = Hosts.own(call, transaction);
    List<String> addresses = call.changed("IPADDRESS", host.addresses());
    if (addresses.isEmpty()) {
      throw new Refusal(Code.INVALID_VALUE, "DELIPADDRESS");
    }
    Instant now = clock.instant();
    transaction.put(Table.HOSTS, host.at(addresses, now));
    ledger.record(call, command(), host.domain(), BigDecimal.ZERO, now, transaction);
    return Answer.of(Code.COMPLETED);
  }
}
