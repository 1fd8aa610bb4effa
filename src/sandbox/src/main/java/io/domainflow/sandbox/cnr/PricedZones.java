package io.domainflow.sandbox.cnr;

import io.domainflow.sandbox.ConditionalOnSandbox;
import io.domainflow.sandbox.protocol.Refusal;
import io.domainflow.sandbox.registry.Zones;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The zones of CentralNic Reseller: each has a price and can have several endings. */
@Component("sandboxPricedZones")
@ConditionalOnSandbox
public class PricedZones {

  private final Zones zones;
  private final Map<String, PricedZone> byEnding = new TreeMap<>();

  PricedZones(Zones zones) {
    this.zones = zones;
    Map<String, List<Zones.Zone>> below =
        zones.all().stream()
            .filter(zone -> zone.tld().contains("."))
            .collect(Collectors.groupingBy(zone -> after(zone.tld())));
    below.forEach(
        (country, all) -> {
          boolean same = all.stream().map(Zones.Zone::annual).distinct().count() == 1;
          if (same && all.size() > 1) {
            add(country + " 3rd level", all);
          } else {
            all.forEach(zone -> add(zone.tld(), List.of(zone)));
          }
        });
    zones.all().stream()
        .filter(zone -> !zone.tld().contains("."))
        .forEach(zone -> add(zone.tld(), List.of(zone)));
  }

  private void add(String name, List<Zones.Zone> all) {
    PricedZone zone =
        new PricedZone(name, all.stream().map(Zones.Zone::tld).toList(), all.get(0).annual());
    zone.endings().forEach(ending -> byEnding.put(ending, zone));
  }

  /**
   * A zone.
   *
   * @param endings the endings of its names, without the leading dot
   * @param annual price of a year, in the currency of the account
   */
  public record PricedZone(String name, List<String> endings, BigDecimal annual) {}

  /** Every zone once, in the order of their names. */
  public Collection<PricedZone> all() {
    return byEnding.values().stream()
        .collect(Collectors.toMap(PricedZone::name, zone -> zone, (one, same) -> one, TreeMap::new))
        .values();
  }

  /** The zone of this name. */
  public Optional<PricedZone> named(String name) {
    return all().stream().filter(zone -> zone.name().equalsIgnoreCase(name)).findFirst();
  }

  /**
   * The zone a name is in.
   *
   * @throws Refusal if there is none
   */
  public PricedZone of(String domain) {
    String ending = zones.of(domain).tld();
    return Objects.requireNonNull(byEnding.get(ending), ending);
  }

  private static String after(String name) {
    return name.substring(name.indexOf('.') + 1);
  }
}
