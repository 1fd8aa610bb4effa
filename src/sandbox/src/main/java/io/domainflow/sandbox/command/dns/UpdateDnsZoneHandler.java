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
import io.domainflow.sandbox.stored.name.DnsZone;
import io.domainflow.sandbox.stored.name.Soa;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

@Component
@ConditionalOnSandbox
class UpdateDnsZoneHandler implements CommandHandler, Handler.Changing {

  private static final String ADD = "ADDRR";
  private static final String DELETE = "DELRR";

  private final Ledger ledger;
  private final Clock clock;

  UpdateDnsZoneHandler(Ledger ledger, Clock clock) {
    this.ledger = ledger;
    this.clock = clock;
  }

  @Override
  public String command() {
    return "UpdateDNSZone";
  }

  /**
   * Refuses zones that are copied from elsewhere, and signed ones.
   *
   * @throws Refusal 549
   */
  static void refuseSlaves(ReceivedCommand call) {
    call.refuse(List.of("SLAVEMASTER", "X-HTTP-A", "X-SMTP-MX"));
    if (call.value("ZONEMODE").filter("SLAVE"::equals).isPresent()) {
      throw new Refusal(Code.FAILED, "ZONEMODE=SLAVE is not offered by the sandbox");
    }
    if (call.value("DNSSEC-MODE").filter("AUTO"::equals).isPresent()) {
      throw new Refusal(Code.FAILED, "DNSSEC-MODE=AUTO is not offered by the sandbox");
    }
  }

  @Override
  public Answer handle(ReceivedCommand call, Transaction transaction) {
    refuseSlaves(call);
    DnsZone zone = DnsZones.own(call, transaction);
    Soa soa = DnsZones.soa(call, zone.soa());
    if (call.isOn("INCSERIAL")) {
      soa = soa.counted();
    }
    List<DnsRecord> all = DnsZones.records("RR", call, zone.name(), soa.ttl());
    List<DnsRecord> records =
        new ArrayList<>(all.isEmpty() ? DnsZones.records(zone) : all.stream().distinct().toList());
    for (String text : call.list(DELETE)) {
      DnsRecord searched =
          DnsRecord.search(text, zone.name())
              .orElseThrow(() -> new Refusal(Code.INVALID_SYNTAX, DELETE));
      records.removeIf(record -> record.fits(searched));
    }
    for (DnsRecord record : DnsZones.records(ADD, call, zone.name(), soa.ttl())) {
      if (records.contains(record)) {
        throw new Refusal(Code.INVALID_VALUE, "duplicate record [" + record.text() + "]");
      }
      records.add(record);
    }
    Instant now = clock.instant();
    transaction.put(
        Table.DNS_ZONES,
        new DnsZone(
            zone.name(),
            zone.account(),
            soa,
            records.stream().map(DnsRecord::text).toList(),
            call.value("STATUS").orElse(zone.status()),
            zone.createdAt(),
            now));
    ledger.record(call, command(), DnsZones.domain(zone.name()), BigDecimal.ZERO, now, transaction);
    return Answer.of(Code.COMPLETED).with("SOASERIAL", Long.toString(soa.serial()));
  }
}
