package io.domainflow.sandbox.cnr.dns;

import io.domainflow.sandbox.ConditionalOnSandbox;
import io.domainflow.sandbox.cnr.CnrHandler;
import io.domainflow.sandbox.cnr.Listing;
import io.domainflow.sandbox.cnr.Parameters;
import io.domainflow.sandbox.protocol.Answer;
import io.domainflow.sandbox.protocol.ReceivedCommand;
import io.domainflow.sandbox.state.Profile;
import io.domainflow.sandbox.state.Transaction;
import io.domainflow.sandbox.stored.name.DnsZone;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.springframework.stereotype.Component;

@Component
@ConditionalOnSandbox
class CnrQueryDnsZoneRrList implements CnrHandler {

  @Override
  public String command() {
    return "QueryDNSZoneRRList";
  }

  @Override
  public Parameters parameters() {
    return Parameters.requiring("DNSZONE").optional("WIDE", "ORDERBY", "ORDER", "FIRST", "LIMIT");
  }

  @Override
  public Answer handle(ReceivedCommand call, Transaction transaction) {
    DnsZone zone = CnrZones.own(call, transaction);
    Profile profile = Profile.of(transaction);
    List<ZoneRecord> records = new ArrayList<>(CnrZones.kept(zone));
    records.addAll(CnrZones.locked(zone, profile == Profile.B, transaction));
    Comparator<ZoneRecord> byName = Comparator.comparing(ZoneRecord::name);
    boolean byType = call.value("ORDERBY").filter("type"::equalsIgnoreCase).isPresent();
    records.sort(
        byType
            ? Comparator.comparing(ZoneRecord::type).thenComparing(byName)
            : byName.thenComparing(ZoneRecord::type));
    Map<String, Function<ZoneRecord, String>> columns = Listing.columns();
    if (call.isOn("WIDE")) {
      columns.put("name", ZoneRecord::name);
      columns.put("type", ZoneRecord::type);
      columns.put("content", record -> record.shown(profile));
      columns.put("prio", ZoneRecord::priority);
      columns.put("ttl", record -> Integer.toString(record.ttl()));
      columns.put("locked", record -> record.locked() ? "1" : "0");
    } else {
      columns.put(
          "rr",
          record ->
              String.join(
                  " ",
                  record.name(),
                  Integer.toString(record.ttl()),
                  "IN",
                  record.type(),
                  record.inLine(profile)));
    }
    return Listing.of(call, records, columns);
  }
}
