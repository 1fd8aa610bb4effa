package io.domainflow.sandbox.command.dns;

import io.domainflow.sandbox.ConditionalOnSandbox;
import io.domainflow.sandbox.command.CommandHandler;
import io.domainflow.sandbox.protocol.Answer;
import io.domainflow.sandbox.protocol.Code;
import io.domainflow.sandbox.protocol.ReceivedCommand;
import io.domainflow.sandbox.protocol.RegistrarDate;
import io.domainflow.sandbox.state.Transaction;
import io.domainflow.sandbox.stored.name.DnsZone;
import io.domainflow.sandbox.stored.name.Soa;
import java.util.Optional;
import org.springframework.stereotype.Component;

@Component
@ConditionalOnSandbox
class StatusDnsZoneHandler implements CommandHandler {

  @Override
  public String command() {
    return "StatusDNSZone";
  }

  @Override
  public Answer handle(ReceivedCommand call, Transaction transaction) {
    DnsZone zone = DnsZones.own(call, transaction);
    Soa soa = zone.soa();
    Optional<DnsRecord> www = DnsZones.at("www", zone);
    return Answer.of(Code.COMPLETED)
        .with("CREATEDDATE", RegistrarDate.of(zone.createdAt()))
        .with("DNSSEC-MODE", "DISABLED")
        .with("PEERUSER", "")
        .with("RRSTOTAL", Integer.toString(zone.records().size() + 1))
        .with("SOAEXPIRE", Integer.toString(soa.expire()))
        .with("SOAMINTTL", Integer.toString(soa.minimum()))
        .with("SOAMNAME", soa.master())
        .with("SOAREFRESH", Integer.toString(soa.refresh()))
        .with("SOARETRY", Integer.toString(soa.retry()))
        .with("SOARNAME", soa.contact())
        .with("SOASERIAL", Long.toString(soa.serial()))
        .with("SOATTL", Integer.toString(soa.ttl()))
        .with("STATUS", zone.status())
        .with("UPDATEDDATE", RegistrarDate.of(zone.updatedAt()))
        .with("WWWTARGETDATA", www.map(DnsRecord::data).orElse(""))
        .with("WWWTARGETTYPE", www.map(DnsRecord::type).orElse(""));
  }
}
