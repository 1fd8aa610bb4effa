package io.domainflow.sandbox.cnr.dns;

import io.domainflow.sandbox.ConditionalOnSandbox;
import io.domainflow.sandbox.cnr.CnrHandler;
import io.domainflow.sandbox.cnr.Listing;
import io.domainflow.sandbox.cnr.Parameters;
import io.domainflow.sandbox.protocol.Answer;
import io.domainflow.sandbox.protocol.ReceivedCommand;
import io.domainflow.sandbox.protocol.Wildcard;
import io.domainflow.sandbox.state.Table;
import io.domainflow.sandbox.state.Transaction;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.springframework.stereotype.Component;

@Component
@ConditionalOnSandbox
class CnrQueryDnsZoneList implements CnrHandler {

  @Override
  public String command() {
    return "QueryDNSZoneList";
  }

  @Override
  public Parameters parameters() {
    return Parameters.none().optional("DNSZONE", "ORDER", "FIRST", "LIMIT", "WIDE");
  }

  @Override
  public Answer handle(ReceivedCommand call, Transaction transaction) {
    String pattern = call.value("DNSZONE").orElse("*");
    List<String> names =
        transaction.all(Table.DNS_ZONES).stream()
            .filter(zone -> zone.account().equals(call.account()))
            .map(CnrZones::domain)
            .filter(name -> Wildcard.matches(pattern, name))
            .sorted(
                call.value("ORDER").filter("DESC"::equalsIgnoreCase).isPresent()
                    ? Comparator.reverseOrder()
                    : Comparator.naturalOrder())
            .toList();
    Map<String, Function<String, String>> columns = Listing.columns();
    columns.put("dnszone", name -> name);
    return Listing.of(call, names, columns);
  }
}
