package io.domainflow.cnr.command;

import io.domainflow.registrar.command.ReadAccount.ClassPrices;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The prices of an account by price class. The class of ordinary names is their zone: the
 * registrar's zone name, and each of the top-level domains that its prices are for. Of several
 * zones for a top-level domain the first counts, but one with the same name takes precedence.
 * Prices for periods other than years are left out, as the registrar's modules do.
 */
public final class ZonePrices {

  private ZonePrices() {}

  /** The price class of ordinary names in a zone, such as {@code CO.UK}. */
  public static String classOf(String zone) {
    return zone.toUpperCase(Locale.ROOT);
  }

  static Map<String, ClassPrices> of(List<ListedZones.Zone> zones) {
    Map<String, ClassPrices> prices = new HashMap<>();
    List<ListedZones.Zone> yearly = zones.stream().filter(ListedZones.Zone::yearly).toList();
    yearly.forEach(zone -> prices.putIfAbsent(classOf(zone.name()), prices(zone)));
    yearly.forEach(
        zone -> zone.tlds().forEach(tld -> prices.putIfAbsent(classOf(tld), prices(zone))));
    return prices;
  }

  private static ClassPrices prices(ListedZones.Zone zone) {
    return new ClassPrices(zone.currency(), zone.amounts());
  }
}
