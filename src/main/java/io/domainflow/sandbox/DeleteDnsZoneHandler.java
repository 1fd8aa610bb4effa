package io.domainflow.sandbox;

import java.math.BigDecimal;
import java.time.Clock;
import org.springframework.stereotype.Component;

@Component
@ConditionalOnSandbox
@Behaviour(
    value = "DeleteDNSZone; unknown is 545, another account's 531",
    basis = Basis.DOCUMENTED,
    source = "API/DOMAIN/DNSZONE/DELETEDNSZONE.md of the HEXONET API documentation")
class DeleteDnsZoneHandler implements CommandHandler {

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
  public boolean mutation() {
    return true;
  }

  @Override
  public Answer handle(WireCall call, Transaction transaction) {
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
