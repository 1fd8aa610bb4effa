package io.domainflow.sandbox.cnr.price;

import io.domainflow.sandbox.ConditionalOnSandbox;
import io.domainflow.sandbox.account.Ledger;
import io.domainflow.sandbox.cnr.CnrHandler;
import io.domainflow.sandbox.cnr.Listing;
import io.domainflow.sandbox.cnr.Parameters;
import io.domainflow.sandbox.cnr.PricedZones;
import io.domainflow.sandbox.protocol.Answer;
import io.domainflow.sandbox.protocol.ReceivedCommand;
import io.domainflow.sandbox.registry.Prices;
import io.domainflow.sandbox.state.Profile;
import io.domainflow.sandbox.state.Table;
import io.domainflow.sandbox.state.Transaction;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

@Component
@ConditionalOnSandbox
class CnrQueryZoneList implements CnrHandler {

  private final PricedZones zones;

  CnrQueryZoneList(PricedZones zones) {
    this.zones = zones;
  }

  @Override
  public Parameters parameters() {
    return Parameters.none().optional("ZONE", "INACTIVE", "INDIVIDUAL", "LIMIT", "FIRST");
  }

  @Override
  public Answer handle(ReceivedCommand call, Transaction transaction) {
    List<PricedZones.PricedZone> rows =
        zones.all().stream().filter(zone -> call.asksFor("ZONE", List.of(zone.name()))).toList();
    String currency = Ledger.currency(call.account(), transaction);
    Map<String, Long> counts =
        transaction.all(Table.NAMES).stream()
            .filter(name -> call.account().equals(name.account()))
            .collect(
                Collectors.groupingBy(
                    name -> zones.of(name.domain()).name(), Collectors.counting()));
    Map<String, Function<PricedZones.PricedZone, String>> columns = Listing.columns();
    columns.put("3rds", zone -> String.join(", ", zone.endings()));
    columns.put("active", zone -> "1");
    columns.put("annual", zone -> Ledger.amount(zone.annual()));
    columns.put("application", zone -> Ledger.amount(BigDecimal.ZERO));
    columns.put("currency", zone -> currency);
    columns.put("domain count", zone -> Long.toString(counts.getOrDefault(zone.name(), 0L)));
    columns.put("periodtype", zone -> "YEAR");
    columns.put("restore", zone -> Ledger.amount(Prices.restore(zone.annual())));
    columns.put("setup", zone -> Ledger.amount(BigDecimal.ZERO));
    columns.put("trade", zone -> Ledger.amount(BigDecimal.ZERO));
    columns.put("transfer", zone -> Ledger.amount(zone.annual()));
    columns.put("zone", PricedZones.PricedZone::name);
    int usual =
        Profile.of(transaction) == Profile.A ? Math.max(1, rows.size()) : Listing.USUAL_LIMIT;
    return Listing.of(call, rows, columns, usual);
  }
}
