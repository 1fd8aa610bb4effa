package io.domainflow.sandbox.cnr.dns;

import io.domainflow.sandbox.ConditionalOnSandbox;
import io.domainflow.sandbox.account.Ledger;
import io.domainflow.sandbox.cnr.CnrHandler;
import io.domainflow.sandbox.cnr.Parameters;
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
import org.springframework.stereotype.Component;

@Component
@ConditionalOnSandbox
class CnrAddDnsZone implements CnrHandler, Handler.Changing {

  private final Ledger ledger;
  private final Clock clock;

  CnrAddDnsZone(Ledger ledger, Clock clock) {
    this.ledger = ledger;
    this.clock = clock;
  }

  @Override
  public String command() {
    return "AddDNSZone";
  }

  @Override
  public Parameters parameters() {
    return Parameters.requiring("DNSZONE").optional("RR#", "SOA*", "SIGNED", "CLTRID");
  }

  @Override
  public Answer handle(ReceivedCommand call, Transaction transaction) {
    String name = CnrZones.name(call);
    if (!ValueType.isName(name)) {
      throw new Refusal(Code.INVALID_VALUE);
    }
    if (CnrZones.find(name, transaction).isPresent()) {
      throw new Refusal(Code.FAILED);
    }
    Instant now = clock.instant();
    Soa soa = Soa.usual(name + ".");
    transaction.put(
        Table.DNS_ZONES,
        new DnsZone(
            name + ".",
            call.account(),
            soa,
            CnrZones.records("RR", call, name, soa.ttl()).stream()
                .map(ZoneRecord::stored)
                .distinct()
                .toList(),
            "ACTIVE",
            now,
            now));
    ledger.record(call, command(), name, BigDecimal.ZERO, now, transaction);
    return Answer.of(Code.COMPLETED);
  }
}
