package io.domainflow.cnr.command;

import io.domainflow.registrar.command.ReadAccount.ClassPrices;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The prices of an account by price class. The class of plain names is their zone: what the
 * registrar calls so, and each of the top-level domains its prices are for. Of several zones for
 * one the first counts, and one that is named like it before all others. Prices by other periods
 * than years are left out, as the registrar's modules do.
 */
public final class ZonePrices {

  private ZonePrices() {}

  /** The price class of plain names in a zone, such as {@code CO.UK}. */
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
