package io.domainflow.sandbox.cnr.dns;

import io.domainflow.sandbox.ConditionalOnSandbox;
import io.domainflow.sandbox.cnr.CnrHandler;
import io.domainflow.sandbox.cnr.Parameters;
import io.domainflow.sandbox.protocol.Answer;
import io.domainflow.sandbox.protocol.Code;
import io.domainflow.sandbox.protocol.ReceivedCommand;
import io.domainflow.sandbox.state.Transaction;
import io.domainflow.sandbox.stored.name.DnsZone;
import io.domainflow.sandbox.stored.name.Soa;
import org.springframework.stereotype.Component;

@Component
@ConditionalOnSandbox
class CnrStatusDnsZone implements CnrHandler {

  @Override
  public String command() {
    return "StatusDNSZone";
  }

  @Override
  public Parameters parameters() {
    return Parameters.requiring("DNSZONE");
  }

  @Override
  public Answer handle(ReceivedCommand call, Transaction transaction) {
    DnsZone zone = CnrZones.own(call, transaction);
    Soa soa = zone.soa();
    return Answer.of(Code.COMPLETED)
        .with("dnszone", CnrZones.domain(zone))
        .with("soaexpire", Integer.toString(soa.expire()))
        .with("soamname", soa.master())
        .with("soaminttl", Integer.toString(soa.minimum()))
        .with("soarefresh", Integer.toString(soa.refresh()))
        .with("soaretry", Integer.toString(soa.retry()))
        .with("soarname", soa.contact())
        .with("soaserial", Long.toString(soa.serial()))
        .with("soattl", Integer.toString(soa.ttl()));
  }
}
