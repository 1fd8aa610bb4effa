package io.domainflow.sandbox.command.dns;

import io.domainflow.model.DomainName;
import io.domainflow.sandbox.ConditionalOnSandbox;
import io.domainflow.sandbox.account.Users;
import io.domainflow.sandbox.command.CommandHandler;
import io.domainflow.sandbox.command.Page;
import io.domainflow.sandbox.protocol.Answer;
import io.domainflow.sandbox.protocol.Code;
import io.domainflow.sandbox.protocol.ReceivedCommand;
import io.domainflow.sandbox.protocol.Refusal;
import io.domainflow.sandbox.protocol.RegistrarDate;
import io.domainflow.sandbox.state.Table;
import io.domainflow.sandbox.state.Transaction;
import io.domainflow.sandbox.stored.name.DnsZone;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;

@Component
@ConditionalOnSandbox
class QueryDnsZoneListHandler implements CommandHandler {

  private static final String NOT_OFFERED = "(MIN|MAX)?(QUERY-QUOTA|EXPIRATION).*";

  @Override
  public String command() {
    return "QueryDNSZoneList";
  }

  @Override
  public Answer handle(ReceivedCommand call, Transaction transaction) {
    call.refuse(
        call.parameters().keySet().stream().filter(key -> key.matches(NOT_OFFERED)).toList());
    Set<String> users = Users.inDepth(call, transaction);
    Predicate<Instant> created = call.between("CREATEDDATE");
    Predicate<Instant> updated = call.between("UPDATEDDATE");
    List<DnsZone> zones =
        transaction.all(Table.DNS_ZONES).stream()
            .filter(zone -> users.contains(zone.account()))
            .filter(zone -> created.test(zone.createdAt()) && updated.test(zone.updatedAt()))
            .filter(
                zone -> call.asksFor("DNSZONE", List.of(zone.name(), DnsZones.domain(zone.name()))))
            .filter(zone -> call.asksFor("STATUS", List.of(zone.status())))
            .filter(zone -> call.asksFor("SUBCLASS", List.of("MASTER")))
            .filter(zone -> call.asksFor("SOAMNAME", List.of(zone.soa().master())))
            .sorted(order(call.value("ORDERBY").orElse("DNSZONE")))
            .toList();
    Page<DnsZone> page = Page.of(zones, call);
    Answer answer = page.answer().with("DNSZONE", page.column(DnsZone::name));
    return call.isOn("WIDE") ? wide(answer, page, transaction) : answer;
  }

  private static Comparator<DnsZone> order(String text) {
    Comparator<DnsZone> ascending =
        switch (text.replace("DESC", "")) {
          case "DNSZONE" -> Comparator.comparing(DnsZone::name);
          case "CREATEDDATE" -> Comparator.comparing(DnsZone::createdAt);
          case "UPDATEDDATE" -> Comparator.comparing(DnsZone::updatedAt);
          default -> throw new Refusal(Code.INVALID_VALUE, "ORDERBY");
        };
    return text.endsWith("DESC") ? ascending.reversed() : ascending;
  }

  private static Answer wide(Answer answer, Page<DnsZone> page, Transaction transaction) {
    return answer
        .with("DNSZONECONFIGCLASS", page.column(zone -> ""))
        .with("DNSZONECREATEDDATE", page.column(zone -> RegistrarDate.of(zone.createdAt())))
        .with("DNSZONERRSTOTAL", numbers(page, zone -> zone.records().size() + 1))
        .with("DNSZONESOAEXPIRE", numbers(page, zone -> zone.soa().expire()))
        .with("DNSZONESOAMINTTL", numbers(page, zone -> zone.soa().minimum()))
        .with("DNSZONESOAMNAME", page.column(zone -> zone.soa().master()))
        .with("DNSZONESOAREFRESH", numbers(page, zone -> zone.soa().refresh()))
        .with("DNSZONESOARETRY", numbers(page, zone -> zone.soa().retry()))
        .with("DNSZONESOARNAME", page.column(zone -> zone.soa().contact()))
        .with("DNSZONESOASERIAL", page.column(zone -> Long.toString(zone.soa().serial())))
        .with("DNSZONESOATTL", numbers(page, zone -> zone.soa().ttl()))
        .with("DNSZONESUBCLASS", page.column(zone -> "MASTER"))
        .with(
            "DNSZONEUMLAUT",
            page.column(zone -> DomainName.of(DnsZones.domain(zone.name())).unicode() + "."))
        .with("DNSZONEUPDATEDDATE", page.column(zone -> RegistrarDate.of(zone.updatedAt())))
        .with(
            "PARENTUSER", page.column(zone -> Users.parent(zone.account(), transaction).orElse("")))
        .with("PEERUSER", page.column(zone -> ""))
        .with("STATUS", page.column(DnsZone::status))
        .with("USER", page.column(DnsZone::account));
  }

  private static List<String> numbers(Page<DnsZone> page, Function<DnsZone, Integer> cell) {
    return page.column(zone -> Integer.toString(cell.apply(zone)));
  }
}
