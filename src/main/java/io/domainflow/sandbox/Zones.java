package io.domainflow.sandbox;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/** The zones the sandbox sells names in, and its own price list. */
@Component("sandboxZones")
@ConditionalOnSandbox
@Behaviour(value = "zones on offer and their prices", basis = Basis.INVENTED)
@Behaviour(
    value = "a name outside the zones on offer, or more than one label below one, is 541",
    basis = Basis.INVENTED)
class Zones {

  /**
   * One zone.
   *
   * @param annual price of a year, in the currency of the account
   */
  record Zone(String tld, String repository, BigDecimal annual) {

    BigDecimal price(int years) {
      return annual.multiply(BigDecimal.valueOf(years));
    }

    /** Price class of a name without a price of its own. */
    String priceClass() {
      return tld.toUpperCase(Locale.ROOT);
    }
  }

  private final Map<String, Zone> zones = new TreeMap<>();

  Zones() {
    for (String[] row : Tsv.rows("zones.tsv")) {
      zones.put(row[0], new Zone(row[0], row[1], new BigDecimal(row[2])));
    }
  }

  /** Every zone, by name. */
  Collection<Zone> all() {
    return zones.values();
  }

  /**
   * The zone a name is registered in.
   *
   * @throws Refusal if there is none
   */
  Zone of(String domain) {
    Zone zone = zones.get(domain.substring(domain.indexOf('.') + 1));
    if (zone == null) {
      throw new Refusal(Code.INVALID_VALUE, "DOMAIN is in no zone that is offered");
    }
    return zone;
  }

  /** The repository a name is in, as it was set up or else its zone's. */
  String repository(String domain, Transaction transaction) {
    return transaction
        .find(Table.SETUPS, domain)
        .map(Stored.NameSetup::zone)
        .map(RegistryInput.Zone::repository)
        .orElseGet(() -> of(domain).repository());
  }
}
