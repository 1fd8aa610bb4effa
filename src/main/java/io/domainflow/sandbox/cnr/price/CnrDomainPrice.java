package io.domainflow.sandbox.cnr.price;

import io.domainflow.sandbox.Basis;
import io.domainflow.sandbox.Behaviour;
import io.domainflow.sandbox.ConditionalOnSandbox;
import io.domainflow.sandbox.account.Ledger;
import io.domainflow.sandbox.cnr.CnrHandler;
import io.domainflow.sandbox.cnr.OtherFace;
import io.domainflow.sandbox.cnr.Parameters;
import io.domainflow.sandbox.cnr.PricedZones;
import io.domainflow.sandbox.registry.Availability;
import io.domainflow.sandbox.registry.Prices;
import io.domainflow.sandbox.registry.Zones;
import io.domainflow.sandbox.state.Table;
import io.domainflow.sandbox.state.Transaction;
import io.domainflow.sandbox.stored.name.PremiumClass;
import io.domainflow.sandbox.wire.Answer;
import io.domainflow.sandbox.wire.Code;
import io.domainflow.sandbox.wire.Refusal;
import io.domainflow.sandbox.wire.WireCall;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;

@Component
@ConditionalOnSandbox
@Behaviour(
    value =
        "CNR DomainPrice of DOMAIN: setup, annual, transfer, restore, trade, application, whether it is"
            + " premium, currency, vat, zone; with TYPE also its price for PERIOD, which is 1 if missing;"
            + " PERIODTYPE and X-PROMOTION-CODE may be given",
    basis = Basis.DOCUMENTED,
    source = "CentralNic Reseller knowledge base, DomainPrice")
@Behaviour(
    value =
        "CNR DomainPrice: another TYPE than ADDDOMAIN, RENEWDOMAIN, TRANSFERDOMAIN, RESTOREDOMAIN and"
            + " TRADEDOMAIN is 541, months (1M) 549; a premium name's setup is what its first year costs"
            + " beyond the others; usedprice is the price; promotions change nothing",
    basis = Basis.INVENTED)
class CnrDomainPrice implements CnrHandler {

  private final Availability availability;
  private final PricedZones priced;
  private final Zones zones;

  CnrDomainPrice(Availability availability, PricedZones priced, Zones zones) {
    this.availability = availability;
    this.priced = priced;
    this.zones = zones;
  }

  @Override
  public String command() {
    return "DomainPrice";
  }

  @Override
  public Parameters parameters() {
    return Parameters.requiring("DOMAIN")
        .optional("TYPE", "PERIOD", "PERIODTYPE", "X-PROMOTION-CODE");
  }

  @Override
  public Answer handle(WireCall call, Transaction transaction) {
    Availability.Finding finding =
        OtherFace.plainly(() -> availability.of(call.domain(), transaction));
    Optional<PremiumClass> premium =
        finding
            .premium()
            .flatMap(found -> transaction.find(Table.PREMIUM_CLASSES, found.priceClass()));
    BigDecimal annual = premium.map(PremiumClass::renewalPrice).orElse(finding.zone().annual());
    BigDecimal setup = premium.map(PremiumClass::price).orElse(annual).subtract(annual);
    Zones.Policy policy = zones.policy(call.domain(), transaction);
    BigDecimal restore =
        Optional.ofNullable(policy.restorePrice()).orElseGet(() -> Prices.restore(annual));
    Answer answer =
        Answer.of(Code.COMPLETED)
            .with("annual", Ledger.amount(annual))
            .with("application", "0.00")
            .with(
                "currency",
                premium
                    .map(PremiumClass::currency)
                    .orElseGet(() -> Ledger.currency(call.account(), transaction)))
            .with("domain", call.domain())
            .with("exchangerate", "1.0000")
            .with("nonrefundable", "0")
            .with("periodtype", "YEAR")
            .with("premium", premium.isPresent() ? "1" : "0")
            .with("restore", Ledger.amount(restore))
            .with("setup", Ledger.amount(setup))
            .with("trade", Ledger.amount(policy.tradePrice()))
            .with("transfer", Ledger.amount(annual))
            .with("vat", "0.00")
            .with("zone", priced.of(call.domain()).name());
    Optional<String> type = call.value("TYPE").map(text -> text.toUpperCase(Locale.ROOT));
    if (type.isEmpty()) {
      return answer;
    }
    int years = years(call);
    BigDecimal period = annual.multiply(BigDecimal.valueOf(years));
    String price =
        Ledger.amount(
            switch (type.get()) {
              case "ADDDOMAIN" -> setup.add(period);
              case "RENEWDOMAIN", "TRANSFERDOMAIN" -> period;
              case "RESTOREDOMAIN" -> restore;
              case "TRADEDOMAIN" -> policy.tradePrice();
              default -> throw new Refusal(Code.INVALID_VALUE);
            });
    return answer
        .with("period", Integer.toString(years))
        .with("price", price)
        .with("type", type.get())
        .with("usedprice", price);
  }

  private static int years(WireCall call) {
    String period = call.value("PERIOD").orElse("1");
    if (period.matches("[0-9]{1,2}M")) {
      throw new Refusal(Code.FAILED, "PERIOD");
    }
    return Integer.parseInt(period);
  }
}
