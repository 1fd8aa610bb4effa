package io.domainflow.sandbox.command.dns;

import io.domainflow.sandbox.ConditionalOnSandbox;
import io.domainflow.sandbox.account.Ledger;
import io.domainflow.sandbox.command.CommandHandler;
import io.domainflow.sandbox.command.Handler;
import io.domainflow.sandbox.command.ValueType;
import io.domainflow.sandbox.protocol.Answer;
import io.domainflow.sandbox.protocol.Code;
import io.domainflow.sandbox.protocol.ReceivedCommand;
import io.domainflow.sandbox.protocol.Refusal;
import io.domainflow.sandbox.state.Table;
import io.domainflow.sandbox.state.Transaction;
import io.domainflow.sandbox.stored.name.DnsZone;
import io.domainflow.sandbox.stored.name.Soa;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;

@Component
@ConditionalOnSandbox
class CreateDnsZoneHandler implements CommandHandler, Handler.Changing {

  private final Ledger ledger;
  private final Clock clock;

  CreateDnsZoneHandler(Ledger ledger, Clock clock) {
    this.ledger = ledger;
    this.clock = clock;
  }

  @Override
  public String command() {
    return "CreateDNSZone";
  }

  @Override
  public Answer handle(ReceivedCommand call, Transaction transaction) {
    UpdateDnsZoneHandler.refuseSlaves(call);
    String zone = DnsZones.name(call);
    if (!ValueType.isName(DnsZones.domain(zone))) {
      throw new Refusal(Code.INVALID_SYNTAX, "DNSZONE");
    }
    if (transaction.find(Table.DNS_ZONES, zone).isPresent()) {
      throw new Refusal(Code.NOT_UNIQUE, "zone");
    }
    boolean managed =
        transaction
            .find(Table.NAMES, DnsZones.domain(zone))
            .filter(name -> call.account().equals(name.account()))
            .isPresent();
    if (!managed && !call.isOn("EXTERNAL") && !call.isOn("DOMAINTRANSFER")) {
      throw new Refusal(Code.INVALID_VALUE, "EXTERNAL");
    }
    Instant now = clock.instant();
    Soa soa = DnsZones.soa(call, Soa.usual(zone));
    List<String> records =
        DnsZones.records("RR", call, zone, soa.ttl()).stream()
            .map(DnsRecord::text)
            .distinct()
            .toList();
    transaction.put(
        Table.DNS_ZONES, new DnsZone(zone, call.account(), soa, records, "ACTIVE", now, now));
    ledger.record(call, command(), DnsZones.domain(zone), BigDecimal.ZERO, now, transaction);
    return Answer.of(Code.COMPLETED);
  }
}
