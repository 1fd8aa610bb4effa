package io.domainflow.sandbox.registry;

import io.domainflow.sandbox.ConditionalOnSandbox;
import io.domainflow.sandbox.account.Ledger;
import io.domainflow.sandbox.protocol.Answer;
import io.domainflow.sandbox.state.Profile;
import io.domainflow.sandbox.state.Table;
import io.domainflow.sandbox.state.Transaction;
import io.domainflow.sandbox.stored.Account;
import io.domainflow.sandbox.stored.name.NameSetup;
import io.domainflow.sandbox.stored.name.PremiumClass;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/** Writes the price list of an account as the relations of its user. */
@Component("sandboxPriceRelations")
@ConditionalOnSandbox
public class PriceRelations {

  private final Zones zones;

  PriceRelations(Zones zones) {
    this.zones = zones;
  }

  /** The prices of a class that do not follow from its yearly price. */
  private record Own(BigDecimal trade, BigDecimal restore) {

    Own or(Own other) {
      return new Own(trade.max(other.trade), restore.max(other.restore));
    }
  }

  /** Adds RELATIONTYPE and RELATIONVALUE. */
  public Answer put(Answer answer, Account account, Transaction transaction) {
    List<String> types = new ArrayList<>();
    List<String> values = new ArrayList<>();
    Map<String, Zones.Zone> plain = new TreeMap<>();
    zones.all().forEach(zone -> plain.put(zone.priceClass(), zone));
    Map<String, Own> own = own(plain, transaction);
    plain.forEach((name, zone) -> add(plain(name, zone, account), own, types, values));
    if (Profile.of(transaction) == Profile.A) {
      transaction.all(Table.PREMIUM_CLASSES).forEach(premium -> add(premium, own, types, values));
    }
    return answer.with("RELATIONTYPE", types).with("RELATIONVALUE", values);
  }

  /** Adds TLDCLASS and TLDLABEL, which name the zone of each class. */
  public Answer putZones(Answer answer, Transaction transaction) {
    String before = Profile.of(transaction) == Profile.A ? "." : "";
    return answer
        .with("TLDCLASS", zones.all().stream().map(Zones.Zone::priceClass).toList())
        .with("TLDLABEL", zones.all().stream().map(zone -> before + zone.tld()).toList());
  }

  private static PremiumClass plain(String name, Zones.Zone zone, Account account) {
    return new PremiumClass(name, zone.annual(), zone.annual(), account.currency());
  }

  /** The class of an ordinary name with its own prices, by which the account can look them up. */
  public static String classOf(Zones.Policy policy) {
    String trade = policy.tradePrice().signum() == 0 ? "" : "_T" + cents(policy.tradePrice());
    String restore = policy.restorePrice() == null ? "" : "_R" + cents(policy.restorePrice());
    return policy.zone().priceClass() + trade + restore;
  }

  private static String cents(BigDecimal amount) {
    return amount.movePointRight(2).toBigInteger().toString();
  }

  /** The prices of names that were set up with their own; adds their classes. */
  private Map<String, Own> own(Map<String, Zones.Zone> plain, Transaction transaction) {
    Map<String, Own> prices = new HashMap<>();
    for (NameSetup setup : transaction.all(Table.SETUPS)) {
      Zones.Policy policy = zones.policy(setup.domain(), transaction);
      String priceClass = classOf(policy);
      BigDecimal annual = policy.zone().annual();
      if (setup.premium()) {
        priceClass = Availability.premium(setup, policy.zone()).priceClass();
        annual = transaction.find(Table.PREMIUM_CLASSES, priceClass).orElseThrow().renewalPrice();
      } else {
        plain.put(priceClass, policy.zone());
      }
      BigDecimal restore =
          policy.restorePrice() == null ? Prices.restore(annual) : policy.restorePrice();
      prices.merge(priceClass, new Own(policy.tradePrice(), restore), Own::or);
    }
    return prices;
  }

  private static void add(
      PremiumClass prices, Map<String, Own> own, List<String> types, List<String> values) {
    Own further =
        own.getOrDefault(
            prices.name(), new Own(BigDecimal.ZERO, Prices.restore(prices.renewalPrice())));
    String prefix = "PRICE_CLASS_DOMAIN_" + prices.name() + "_";
    types.add(prefix + "SETUP");
    values.add(Ledger.amount(prices.price().subtract(prices.renewalPrice())));
    types.add(prefix + "ANNUAL");
    values.add(Ledger.amount(prices.renewalPrice()));
    types.add(prefix + "TRANSFER");
    values.add(Ledger.amount(prices.renewalPrice()));
    types.add(prefix + "TRADE");
    values.add(Ledger.amount(further.trade()));
    types.add(prefix + "RESTORE");
    values.add(Ledger.amount(further.restore()));
    types.add(prefix + "CURRENCY");
    values.add(prices.currency());
  }
}
