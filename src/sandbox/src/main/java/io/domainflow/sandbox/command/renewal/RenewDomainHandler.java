package io.domainflow.sandbox.command.renewal;

import io.domainflow.sandbox.ConditionalOnSandbox;
import io.domainflow.sandbox.account.Ledger;
import io.domainflow.sandbox.command.CommandHandler;
import io.domainflow.sandbox.command.Handler;
import io.domainflow.sandbox.command.transfer.TradeCheck;
import io.domainflow.sandbox.command.transfer.Transfers;
import io.domainflow.sandbox.protocol.Answer;
import io.domainflow.sandbox.protocol.Code;
import io.domainflow.sandbox.protocol.ReceivedCommand;
import io.domainflow.sandbox.protocol.Refusal;
import io.domainflow.sandbox.protocol.RegistrarDate;
import io.domainflow.sandbox.registry.Prices;
import io.domainflow.sandbox.registry.Registration;
import io.domainflow.sandbox.registry.Zones;
import io.domainflow.sandbox.state.Transaction;
import io.domainflow.sandbox.stored.name.RegisteredName;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import org.springframework.stereotype.Component;

@Component
@ConditionalOnSandbox
class RenewDomainHandler implements CommandHandler, Handler.Changing {

  private static final Set<String> NOT_OFFERED = Set.of("ORDER", "ORDERID");

  private final RenewalCheck check;
  private final Renewals renewals;
  private final Prices prices;
  private final Zones zones;
  private final Ledger ledger;
  private final Clock clock;

  RenewDomainHandler(
      RenewalCheck check,
      Renewals renewals,
      Prices prices,
      Zones zones,
      Ledger ledger,
      Clock clock) {
    this.check = check;
    this.renewals = renewals;
    this.prices = prices;
    this.zones = zones;
    this.ledger = ledger;
    this.clock = clock;
  }

  @Override
  public Answer handle(ReceivedCommand call, Transaction transaction) {
    call.refuse(NOT_OFFERED);
    Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    RegisteredName name = TradeCheck.name(call, transaction);
    if (!zones.policy(name.domain(), transaction).explicitRenewal()) {
      throw new Refusal(Code.NOT_SUPPORTED);
    }
    if (Transfers.running(name.domain(), transaction).isPresent()) {
      throw new Refusal(Code.ALREADY_FLAGGED);
    }
    int years = check.years(call, name, transaction);
    Prices.Price price = prices.year(name, transaction).times(years);
    Registration.refuseBeyondCredit(call, price.amount(), transaction);
    Answer answer = answer(renewals.renew(name, years, now, transaction));
    ledger.record(
        call, command(), name.domain(), price.amount(), price.currency(), now, transaction);
    ledger.log(call, "DOMAIN", name.domain(), "RENEW", "SUCCESSFUL", answer, now, transaction);
    return answer;
  }

  /** The answer to the renewal of a name. */
  static Answer answer(RegisteredName renewed) {
    String expires = RegistrarDate.of(renewed.expiresAt());
    return Answer.of(Code.COMPLETED)
        .with("DOMAIN", renewed.domain())
        .with("EXPIRATIONDATE", expires)
        .with("REGISTRATIONEXPIRATIONDATE", expires);
  }
}
