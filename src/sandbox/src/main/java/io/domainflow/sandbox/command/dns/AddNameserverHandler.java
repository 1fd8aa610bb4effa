package io.domainflow.sandbox.command.dns;

import io.domainflow.sandbox.ConditionalOnSandbox;
import io.domainflow.sandbox.account.Ledger;
import io.domainflow.sandbox.command.CommandHandler;
import io.domainflow.sandbox.command.Handler;
import io.domainflow.sandbox.protocol.Answer;
import io.domainflow.sandbox.protocol.Code;
import io.domainflow.sandbox.protocol.ReceivedCommand;
import io.domainflow.sandbox.protocol.Refusal;
import io.domainflow.sandbox.protocol.RegistrarDate;
import io.domainflow.sandbox.state.Table;
import io.domainflow.sandbox.state.Transaction;
import io.domainflow.sandbox.stored.name.Host;
import io.domainflow.sandbox.stored.name.RegisteredName;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import org.springframework.stereotype.Component;

@Component
@ConditionalOnSandbox
class AddNameserverHandler implements CommandHandler, Handler.Changing {

  private final Ledger ledger;
  private final Clock clock;

  AddNameserverHandler(Ledger ledger, Clock clock) {
    this.ledger = ledger;
    this.clock = clock;
  }

  @Override
  public Answer handle(ReceivedCommand call, Transaction transaction) {
    String host = Hosts.name(call);
    if (Hosts.find(host, transaction).isPresent()) {
      throw new Refusal(Code.NOT_UNIQUE, "NAMESERVER");
    }
    RegisteredName name =
        Hosts.above(host, transaction).orElseThrow(() -> new Refusal(Code.NOT_FOUND));
    if (call.value("DOMAIN")
        .filter(domain -> !domain.toLowerCase(Locale.ROOT).equals(name.domain()))
        .isPresent()) {
      throw new Refusal(Code.INVALID_VALUE, "DOMAIN");
    }
    Hosts.refuseOthers(name, call);
    Instant now = clock.instant();
    transaction.put(Table.HOSTS, new Host(host, name.domain(), call.list("IPADDRESS"), now, now));
    ledger.record(call, command(), name.domain(), BigDecimal.ZERO, now, transaction);
    return Answer.of(Code.COMPLETED).with("CREATEDDATE", RegistrarDate.of(now)).with("HOST", host);
  }
}
