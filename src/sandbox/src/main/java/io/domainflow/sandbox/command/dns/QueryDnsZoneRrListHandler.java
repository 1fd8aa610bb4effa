package io.domainflow.sandbox.command.dns;

import io.domainflow.sandbox.ConditionalOnSandbox;
import io.domainflow.sandbox.command.CommandHandler;
import io.domainflow.sandbox.protocol.Answer;
import io.domainflow.sandbox.protocol.Code;
import io.domainflow.sandbox.protocol.ReceivedCommand;
import io.domainflow.sandbox.protocol.Refusal;
import io.domainflow.sandbox.state.Profile;
import io.domainflow.sandbox.state.Table;
import io.domainflow.sandbox.state.Transaction;
import io.domainflow.sandbox.stored.name.DnsZone;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

@Component
@ConditionalOnSandbox
class QueryDnsZoneRrListHandler implements CommandHandler {

  @Override
  public String command() {
    return "QueryDNSZoneRRList";
  }

  @Override
  public Answer handle(ReceivedCommand call, Transaction transaction) {
    DnsZone zone =
        transaction
            .find(Table.DNS_ZONES, DnsZones.name(call))
            .filter(found -> found.account().equals(call.account()))
            .orElseThrow(
                () ->
                    new Refusal(
                        Profile.of(transaction) == Profile.A ? Code.NOT_FOUND : Code.FAILED));
    List<DnsRecord> all = new ArrayList<>(List.of(DnsRecord.head(zone)));
    all.addAll(DnsZones.records(zone));
    Optional<DnsRecord> searched =
        call.value("RR")
            .map(
                text ->
                    DnsRecord.search(text, zone.name())
                        .orElseThrow(() -> new Refusal(Code.INVALID_SYNTAX, "RR")));
    List<String> found =
        all.stream()
            .filter(record -> call.isOn("EXTENDED") || !record.extended())
            .filter(
                record -> call.value("RRTYPE").map(record.type()::equalsIgnoreCase).orElse(true))
            .filter(record -> searched.map(record::fits).orElse(true))
            .map(record -> call.isOn("SHORT") ? record.shortText(zone.name()) : record.text())
            .toList();
    String count = Integer.toString(found.size());
    return Answer.of(Code.COMPLETED).with("COUNT", count).with("TOTAL", count).with("RR", found);
  }
}
