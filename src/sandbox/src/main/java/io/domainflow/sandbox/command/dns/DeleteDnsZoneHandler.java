package io.domainflow.sandbox.command.dns;

import io.domainflow.sandbox.ConditionalOnSandbox;
import io.domainflow.sandbox.account.Ledger;
import io.domainflow.sandbox.command.CommandHandler;
import io.domainflow.sandbox.command.Handler;
import io.domainflow.sandbox.protocol.Answer;
import io.domainflow.sandbox.protocol.Code;
import io.domainflow.sandbox.protocol.ReceivedCommand;
import io.domainflow.sandbox.state.Table;
import io.domainflow.sandbox.state.Transaction;
import io.domainflow.sandbox.stored.name.DnsZone;
import java.math.BigDecimal;
import java.time.Clock;
import org.springframework.stereotype.Component;

@Component
@ConditionalOnSandbox
class DeleteDnsZoneHandler implements CommandHandler, Handler.Changing {

  private final Ledger ledger;
  private final Clock clock;

  DeleteDnsZoneHandler(Ledger ledger, Clock clock) {
    this.ledger = ledger;
    this.clock = clock;
  }

  @Override
  public String command() {
    return "DeleteDNSZone";
  }

  @Override
  public Answer handle(ReceivedCommand call, Transaction transaction) {
    DnsZone zone = DnsZones.own(call, transaction);
    transaction.remove(Table.DNS_ZONES, zone.key());
    ledger.record(
        call,
        command(),
        DnsZones.domain(zone.name()),
        BigDecimal.ZERO,
        clock.instant(),
        transaction);
    return Answer.of(Code.COMPLETED);
  }
}
