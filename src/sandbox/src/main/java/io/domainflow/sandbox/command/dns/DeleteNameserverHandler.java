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
import org.springframework.stereotype.Component;

@Component
@ConditionalOnSandbox
class DeleteNameserverHandler implements CommandHandler, Handler.Changing {

  private final Ledger ledger;
  private final Clock clock;

  DeleteNameserverHandler(Ledger ledger, Clock clock) {
    this.ledger = ledger;
    this.clock = clock;
  }

  @Override
  public Answer handle(ReceivedCommand call, Transaction transaction) {
    Host host = Hosts.own(call, transaction);
    boolean used =
        transaction.all(Table.NAMES).stream()
            .flatMap(name -> name.nameservers().stream())
            .anyMatch(host.name()::equalsIgnoreCase);
    if (used && !call.isOn("FORCE")) {
      throw new Refusal(Code.LINKED_WITH_NAMESERVER);
    }
    transaction.remove(Table.HOSTS, host.key());
    ledger.record(call, command(), host.domain(), BigDecimal.ZERO, clock.instant(), transaction);
    return Answer.of(Code.COMPLETED);
  }
}
