package io.domainflow.sandbox.cnr.price;

import io.domainflow.sandbox.ConditionalOnSandbox;
import io.domainflow.sandbox.cnr.CnrHandler;
import io.domainflow.sandbox.cnr.IspapiCommands;
import io.domainflow.sandbox.cnr.NamePrices;
import io.domainflow.sandbox.cnr.Parameters;
import io.domainflow.sandbox.cnr.PricedZones;
import io.domainflow.sandbox.protocol.Answer;
import io.domainflow.sandbox.protocol.Code;
import io.domainflow.sandbox.protocol.ReceivedCommand;
import io.domainflow.sandbox.protocol.Refusal;
import io.domainflow.sandbox.state.Profile;
import io.domainflow.sandbox.state.Transaction;
import java.util.Arrays;
import java.util.Optional;
import org.springframework.stereotype.Component;

@Component
@ConditionalOnSandbox
class CnrDomainPrice implements CnrHandler {

  private static final String NOTHING = "0.0000";

  private final NamePrices prices;
  private final PricedZones zones;

  CnrDomainPrice(NamePrices prices, PricedZones zones) {
    this.prices = prices;
    this.zones = zones;
  }

  @Override
  public Parameters parameters() {
    return Parameters.requiring("DOMAIN")
        .optional("TYPE", "PERIOD", "PERIODTYPE", "X-PROMOTION-CODE");
  }

  @Override
  public Answer handle(ReceivedCommand call, Transaction transaction) {
    NamePrices.NamePrice name =
        IspapiCommands.plainly(() -> prices.of(call.domain(), call, transaction));
    Answer answer =
        Answer.of(Code.COMPLETED)
            .with("annual", NamePrices.amount(name.annual()))
            .with("application", NOTHING)
            .with("currency", name.currency())
            .with("domain", call.domain())
            .with("nonrefundable", NOTHING)
            .with("periodtype", "YEAR")
            .with("premium", name.premium().isPresent() ? "1" : "0")
            .with("restore", NamePrices.amount(name.restore()))
            .with("setup", NamePrices.amount(name.setup()))
            .with("trade", NamePrices.amount(name.trade()))
            .with("transfer", NamePrices.amount(name.annual()))
            .with("vat", NOTHING)
            .with("vatnonrefundable", NOTHING)
            .with("vatpercent", "0.00")
            .with("zone", zones.of(call.domain()).name());
    if (Profile.of(transaction) == Profile.A) {
      answer.with("exchangerate", "").with("zonecurrency", "");
    }
    Optional<String> type = call.value("TYPE");
    if (type.isEmpty()) {
      return answer;
    }
    NamePrices.Action action =
        Arrays.stream(NamePrices.Action.values())
            .filter(possible -> possible.command().equalsIgnoreCase(type.get()))
            .findFirst()
            .orElseThrow(() -> new Refusal(Code.INVALID_VALUE));
    int years = years(call);
    return answer
        .with("period", Integer.toString(years))
        .with("price", NamePrices.amount(name.of(action, years)))
        .with("type", action.name())
        .with("usedprice", name.premium().isPresent() ? "premium" : "standard");
  }

  private static int years(ReceivedCommand call) {
    String period = call.value("PERIOD").orElse("1");
    if (period.matches("[0-9]{1,2}M")) {
      throw new Refusal(Code.FAILED, "PERIOD");
    }
    return Integer.parseInt(period);
  }
}
