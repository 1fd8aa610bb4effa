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
        "CNR DomainPrice of DOMAIN and TYPE: setup, annual, transfer, restore, trade, application, price of"
            + " what TYPE says and usedprice, whether it is premium, currency, period, vat, zone",
    basis = Basis.DOCUMENTED,
    source = "Python clients (ByteInternet/rrpproxy, Smoose/rrpproxypy), which read them")
@Behaviour(
    value =
        "CNR DomainPrice: TYPE is ADDDOMAIN, RENEWDOMAIN, TRANSFERDOMAIN, RESTOREDOMAIN or TRADEDOMAIN;"
            + " a premium name's setup is what its first year costs beyond the others",
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
    return Parameters.requiring("DOMAIN", "TYPE").optional("PERIOD");
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
    String type = call.required("TYPE").toUpperCase(Locale.ROOT);
    String price =
        Ledger.amount(
            switch (type) {
              case "ADDDOMAIN" -> setup.add(annual);
              case "RENEWDOMAIN", "TRANSFERDOMAIN" -> annual;
              case "RESTOREDOMAIN" -> restore;
              case "TRADEDOMAIN" -> policy.tradePrice();
              default -> throw new Refusal(Code.INVALID_VALUE);
            });
    return Answer.of(Code.COMPLETED)
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
        .with("period", "1")
        .with("periodtype", "YEAR")
        .with("premium", premium.isPresent() ? "1" : "0")
        .with("price", price)
        .with("restore", Ledger.amount(restore))
        .with("setup", Ledger.amount(setup))
        .with("trade", Ledger.amount(policy.tradePrice()))
        .with("transfer", Ledger.amount(annual))
        .with("type", type)
        .with("usedprice", price)
        .with("vat", "0.00")
        .with("zone", priced.of(call.domain()).name());
  }
}
