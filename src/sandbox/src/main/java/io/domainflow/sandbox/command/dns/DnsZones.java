package io.domainflow.sandbox.command.dns;

import io.domainflow.sandbox.protocol.Code;
import io.domainflow.sandbox.protocol.ReceivedCommand;
import io.domainflow.sandbox.protocol.Refusal;
import io.domainflow.sandbox.state.Table;
import io.domainflow.sandbox.state.Transaction;
import io.domainflow.sandbox.stored.name.DnsZone;
import io.domainflow.sandbox.stored.name.Soa;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Manages the accounts' DNS zones at the registrar. No name server serves them. */
public final class DnsZones {

  private DnsZones() {}

  /** The name of the zone a command is about, in lower case, with its final dot. */
  static String name(ReceivedCommand call) {
    return absolute(call.required("DNSZONE"));
  }

  private static String absolute(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return lower.endsWith(".") ? lower : lower + ".";
  }

  /** The domain name of a zone. */
  static String domain(String zone) {
    return zone.substring(0, zone.length() - 1);
  }

  /**
   * The zone a command is about.
   *
   * @throws Refusal 545 if there is none, 531 if it is another account's
   */
  static DnsZone own(ReceivedCommand call, Transaction transaction) {
    DnsZone zone =
        transaction
            .find(Table.DNS_ZONES, name(call))
            .orElseThrow(() -> new Refusal(Code.NOT_FOUND));
    if (!zone.account().equals(call.account())) {
      throw new Refusal(Code.AUTHORIZATION_FAILED);
    }
    return zone;
  }

  /** Creates the zone of a name, with only its initial record, if there is none. */
  public static void ensure(String domain, String account, Instant at, Transaction transaction) {
    String name = absolute(domain);
    if (transaction.find(Table.DNS_ZONES, name).isEmpty()) {
      transaction.put(
          Table.DNS_ZONES,
          new DnsZone(name, account, Soa.usual(name), List.of(), "ACTIVE", at, at));
    }
  }

  /**
   * The records of a numbered parameter.
   *
   * @throws Refusal 505 naming one that cannot be read
   */
  static List<DnsRecord> records(String parameter, ReceivedCommand call, String zone, int ttl) {
    List<DnsRecord> records = new ArrayList<>();
    for (String text : call.list(parameter)) {
      records.add(
          DnsRecord.read(text, zone, ttl)
              .orElseThrow(() -> new Refusal(Code.INVALID_SYNTAX, parameter + records.size())));
    }
    return records;
  }

  /** The records of a zone. */
  static List<DnsRecord> records(DnsZone zone) {
    return zone.records().stream()
        .flatMap(text -> DnsRecord.read(text, zone.name(), zone.soa().ttl()).stream())
        .toList();
  }

  /** The head of a zone, with the values that a command sets. */
  static Soa soa(ReceivedCommand call, Soa before) {
    return new Soa(
        call.value("SOAMNAME").orElse(before.master()),
        call.value("SOARNAME").orElse(before.contact()),
        call.value("SOASERIAL").map(Long::parseLong).orElse(before.serial()),
        number("SOAREFRESH", call, before.refresh()),
        number("SOARETRY", call, before.retry()),
        number("SOAEXPIRE", call, before.expire()),
        number("SOAMINTTL", call, before.minimum()),
        number("SOATTL", call, before.ttl()));
  }

  private static int number(String parameter, ReceivedCommand call, int before) {
    return call.value(parameter).map(Integer::parseInt).orElse(before);
  }

  /** The only record of a name in the zone, of any type. */
  static Optional<DnsRecord> at(String label, DnsZone zone) {
    return records(zone).stream()
        .filter(record -> record.owner().equals(label + "." + zone.name()))
        .findFirst();
  }
}
