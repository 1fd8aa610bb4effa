package io.domainflow.sandbox.cnr.dns;

import io.domainflow.sandbox.protocol.Code;
import io.domainflow.sandbox.protocol.ReceivedCommand;
import io.domainflow.sandbox.protocol.Refusal;
import io.domainflow.sandbox.state.Table;
import io.domainflow.sandbox.state.Transaction;
import io.domainflow.sandbox.stored.name.DnsZone;
import io.domainflow.sandbox.stored.name.WebForward;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** The DNS zones of accounts at CentralNic Reseller, by names without a final dot. */
final class CnrZones {

  private static final String FORWARDER = "192.0.2.80";
  private static final String FORWARDER6 = "2001:db8::80";
  private static final int FORWARD_TTL = 3600;

  private CnrZones() {}

  /** The zone of a command, without a final dot. */
  static String name(ReceivedCommand call) {
    String lower = call.required("DNSZONE").toLowerCase(Locale.ROOT);
    return lower.endsWith(".") ? lower.substring(0, lower.length() - 1) : lower;
  }

  /** A zone by its name. */
  static Optional<DnsZone> find(String name, Transaction transaction) {
    return transaction.find(Table.DNS_ZONES, name + ".");
  }

  /**
   * The zone a command is about.
   *
   * @throws Refusal 545 if it is not the account's
   */
  static DnsZone own(ReceivedCommand call, Transaction transaction) {
    return find(name(call), transaction)
        .filter(zone -> zone.account().equals(call.account()))
        .orElseThrow(() -> new Refusal(Code.NOT_FOUND));
  }

  /** The zone of an account above a host, the nearest if there are several. */
  static Optional<DnsZone> above(String host, String account, Transaction transaction) {
    String rest = host;
    while (true) {
      Optional<DnsZone> zone =
          find(rest, transaction).filter(known -> known.account().equals(account));
      int dot = rest.indexOf('.');
      if (zone.isPresent() || dot < 0) {
        return zone;
      }
      rest = rest.substring(dot + 1);
    }
  }

  /** The stored records of a zone. */
  static List<ZoneRecord> kept(DnsZone zone) {
    String name = domain(zone);
    return zone.records().stream()
        .flatMap(text -> ZoneRecord.read(text, name, zone.soa().ttl()).stream())
        .toList();
  }

  /** The records of forwards. */
  static List<ZoneRecord> locked(DnsZone zone, boolean both, Transaction transaction) {
    List<ZoneRecord> records = new ArrayList<>();
    for (WebForward forward : transaction.all(Table.WEB_FORWARDS)) {
      String host = forward.host() + ".";
      if (host.equals(zone.name()) || host.endsWith("." + zone.name())) {
        add(records, host + " " + FORWARD_TTL + " IN A " + FORWARDER, zone);
        if (both) {
          add(records, host + " " + FORWARD_TTL + " IN AAAA " + FORWARDER6, zone);
        }
      }
    }
    return records.stream().distinct().toList();
  }

  private static void add(List<ZoneRecord> records, String text, DnsZone zone) {
    ZoneRecord.read(text, domain(zone), FORWARD_TTL)
        .map(ZoneRecord::withLock)
        .ifPresent(records::add);
  }

  /** The name of a zone, without a final dot. */
  static String domain(DnsZone zone) {
    return zone.name().substring(0, zone.name().length() - 1);
  }

  /** The values of a numbered parameter, in the order of their numbers. */
  static List<String> values(String parameter, ReceivedCommand call) {
    Pattern numbered = Pattern.compile(parameter + "[0-9]{1,6}");
    return call.parameters().entrySet().stream()
        .filter(entry -> numbered.matcher(entry.getKey()).matches())
        .filter(entry -> !entry.getValue().isEmpty())
        .sorted(
            Comparator.comparing(
                entry -> Integer.parseInt(entry.getKey().substring(parameter.length()))))
        .map(Map.Entry::getValue)
        .toList();
  }

  /**
   * The records of a numbered parameter.
   *
   * @throws Refusal 541 if one cannot be read
   */
  static List<ZoneRecord> records(String parameter, ReceivedCommand call, String zone, int ttl) {
    return values(parameter, call).stream()
        .map(
            text ->
                ZoneRecord.read(text, zone, ttl).orElseThrow(() -> new Refusal(Code.INVALID_VALUE)))
        .toList();
  }
}
