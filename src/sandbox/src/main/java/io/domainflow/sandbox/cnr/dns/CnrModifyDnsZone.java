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
import io.domainflow.sandbox.stored.name.DnsZone;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

@Component
@ConditionalOnSandbox
class CnrModifyDnsZone implements CnrHandler, Handler.Changing {

  private static final String DELETE = "DELRR";

  private final Ledger ledger;
  private final Clock clock;

  CnrModifyDnsZone(Ledger ledger, Clock clock) {
    this.ledger = ledger;
    this.clock = clock;
  }

  @Override
  public String command() {
    return "ModifyDNSZone";
  }

  @Override
  public Parameters parameters() {
    return Parameters.requiring("DNSZONE").optional("ADDRR#", "DELRR#", "RR#", "SOA*");
  }

  @Override
  public Answer handle(ReceivedCommand call, Transaction transaction) {
    DnsZone zone = CnrZones.own(call, transaction);
    String name = CnrZones.domain(zone);
    int ttl = zone.soa().ttl();
    List<ZoneRecord> all = CnrZones.records("RR", call, name, ttl);
    List<ZoneRecord> records = new ArrayList<>(all.isEmpty() ? CnrZones.kept(zone) : all);
    List<ZoneRecord> locked = CnrZones.locked(zone, true, transaction);
    for (ZoneRecord wanted : CnrZones.records(DELETE, call, name, ttl)) {
      if (!records.removeIf(record -> record.fits(wanted))
          && locked.stream().anyMatch(record -> record.fits(wanted))) {
        throw new Refusal(Code.FAILED);
      }
    }
    records.addAll(CnrZones.records("ADDRR", call, name, ttl));
    Instant now = clock.instant();
    transaction.put(
        Table.DNS_ZONES,
        new DnsZone(
            zone.name(),
            zone.account(),
            zone.soa().counted(),
            records.stream().map(ZoneRecord::stored).distinct().toList(),
            zone.status(),
            zone.createdAt(),
            now));
    ledger.record(call, command(), name, BigDecimal.ZERO, now, transaction);
    return Answer.of(Code.COMPLETED);
  }
}
