package io.domainflow.sandbox;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/** The price list of an account, as the relations of its user. */
@Component("sandboxPriceRelations")
@ConditionalOnSandbox
@Behaviour(
    value =
        "StatusUser relations PRICE_CLASS_DOMAIN_<class>_SETUP, _ANNUAL, _TRANSFER, _TRADE and"
            + " _CURRENCY; the first year of a class costs SETUP and ANNUAL",
    basis = Basis.DOCUMENTED,
    source = "public WHMCS registrar module; hexonet.support articles on prices")
@Behaviour(
    value =
        "relations of the premium classes that were set up; ANNUAL is the renewal price, a"
            + " transfer costs as much",
    basis = Basis.INFERRED,
    source = "public WHMCS registrar module",
    profileB = "no relations for premium classes")
@Behaviour(
    value =
        "a name that was set up with a tradePrice of its own has a class of its own, such as COM_T2500"
            + " for 25.00, whose other prices are those of its zone; a trade costs nothing without",
    basis = Basis.INVENTED)
class PriceRelations {

  private final Zones zones;

  PriceRelations(Zones zones) {
    this.zones = zones;
  }

  /** Adds RELATIONTYPE and RELATIONVALUE. */
  Answer put(Answer answer, Stored.Account account, Transaction transaction) {
    List<String> types = new ArrayList<>();
    List<String> values = new ArrayList<>();
    Map<String, BigDecimal> trades = tradePrices(transaction);
    for (Zones.Zone zone : zones.all()) {
      add(plain(zone.priceClass(), zone, account), trades, types, values);
    }
    ownClasses(transaction)
        .forEach((name, zone) -> add(plain(name, zone, account), trades, types, values));
    if (Profile.of(transaction) == Profile.A) {
      transaction
          .all(Table.PREMIUM_CLASSES)
          .forEach(premium -> add(premium, trades, types, values));
    }
    return answer.with("RELATIONTYPE", types).with("RELATIONVALUE", values);
  }

  private static Stored.PremiumClass plain(String name, Zones.Zone zone, Stored.Account account) {
    return new Stored.PremiumClass(name, zone.annual(), zone.annual(), account.currency());
  }

  /** The class of a plain name with this price for a trade, by which the account can look it up. */
  static String classOf(Zones.Zone zone, BigDecimal tradePrice) {
    return tradePrice == null || tradePrice.signum() == 0
        ? zone.priceClass()
        : zone.priceClass() + "_T" + tradePrice.movePointRight(2).toBigInteger();
  }

  private Map<String, Zones.Zone> ownClasses(Transaction transaction) {
    Map<String, Zones.Zone> classes = new TreeMap<>();
    for (Stored.NameSetup setup : transaction.all(Table.SETUPS)) {
      Zones.Policy policy = zones.policy(setup.domain(), transaction);
      if (!setup.premium() && policy.tradePrice().signum() > 0) {
        classes.put(classOf(policy.zone(), policy.tradePrice()), policy.zone());
      }
    }
    return classes;
  }

  private Map<String, BigDecimal> tradePrices(Transaction transaction) {
    Map<String, BigDecimal> prices = new HashMap<>();
    for (Stored.NameSetup setup : transaction.all(Table.SETUPS)) {
      Zones.Policy policy = zones.policy(setup.domain(), transaction);
      String priceClass =
          setup.premium()
              ? Availability.premium(setup, policy.zone()).priceClass()
              : classOf(policy.zone(), policy.tradePrice());
      prices.merge(priceClass, policy.tradePrice(), BigDecimal::max);
    }
    return prices;
  }

  private static void add(
      Stored.PremiumClass prices,
      Map<String, BigDecimal> trades,
      List<String> types,
      List<String> values) {
    String prefix = "PRICE_CLASS_DOMAIN_" + prices.name() + "_";
    types.add(prefix + "SETUP");
    values.add(Ledger.amount(prices.price().subtract(prices.renewalPrice())));
    types.add(prefix + "ANNUAL");
    values.add(Ledger.amount(prices.renewalPrice()));
    types.add(prefix + "TRANSFER");
    values.add(Ledger.amount(prices.renewalPrice()));
    types.add(prefix + "TRADE");
    values.add(Ledger.amount(trades.getOrDefault(prices.name(), BigDecimal.ZERO)));
    types.add(prefix + "CURRENCY");
    values.add(prices.currency());
  }
}
