package io.domainflow.sandbox.command.renewal;

import io.domainflow.sandbox.ConditionalOnSandbox;
import io.domainflow.sandbox.Platform;
import io.domainflow.sandbox.account.Ledger;
import io.domainflow.sandbox.command.CommandHandler;
import io.domainflow.sandbox.command.Handler;
import io.domainflow.sandbox.command.transfer.Transfers;
import io.domainflow.sandbox.protocol.Answer;
import io.domainflow.sandbox.protocol.Code;
import io.domainflow.sandbox.protocol.ReceivedCommand;
import io.domainflow.sandbox.protocol.Refusal;
import io.domainflow.sandbox.protocol.RegistrarDate;
import io.domainflow.sandbox.registry.Prices;
import io.domainflow.sandbox.registry.Registration;
import io.domainflow.sandbox.state.Profile;
import io.domainflow.sandbox.state.Table;
import io.domainflow.sandbox.state.Transaction;
import io.domainflow.sandbox.stored.name.NameDates;
import io.domainflow.sandbox.stored.name.RegisteredName;
import io.domainflow.sandbox.stored.name.Renewal;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.springframework.stereotype.Component;

@Component
@ConditionalOnSandbox
class PayDomainRenewalHandler implements CommandHandler, Handler.Changing {

  private final RenewalCheck check;
  private final Renewals renewals;
  private final Prices prices;
  private final Ledger ledger;
  private final Clock clock;

  PayDomainRenewalHandler(
      RenewalCheck check, Renewals renewals, Prices prices, Ledger ledger, Clock clock) {
    this.check = check;
    this.renewals = renewals;
    this.prices = prices;
    this.ledger = ledger;
    this.clock = clock;
  }

  @Override
  public Answer handle(ReceivedCommand call, Transaction transaction) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    boolean profileA = Profile.of(transaction) == Profile.A;
    RegisteredName name = name(call, profileA, transaction);
    if (Transfers.running(name.domain(), transaction).isPresent()) {
      throw new Refusal(
          profileA ? Code.STATUS_FORBIDS : Code.FAILED, "the name is being transferred");
    }
    int years = check.years(call, name, transaction);
    if (name.paidAhead()) {
      throw new Refusal(Code.ALREADY_RENEWED);
    }
    if (now.isBefore(name.expiresAt().plus(RenewalCheck.EARLIEST))) {
      throw new Refusal(profileA ? Code.NOT_UP_FOR_RENEWAL : Code.STATUS_FORBIDS);
    }
    Prices.Price price = prices.year(name, transaction).times(years);
    Registration.refuseBeyondCredit(call, price.amount(), transaction);
    Instant until = NameDates.expiry(name.paidUntil(), years);
    Answer answer =
        Answer.of(Code.COMPLETED)
            .with("EXPIRATIONDATE", RegistrarDate.of(profileA ? until : name.expiresAt()));
    ledger.record(
        call, command(), name.domain(), price.amount(), price.currency(), now, transaction);
    ledger.log(call, "DOMAIN", name.domain(), "RENEW", "PENDING", answer, now, transaction);
    renewals.pay(name, Renewal.paid(until), now, transaction);
    return answer;
  }

  private static RegisteredName name(
      ReceivedCommand call, boolean profileA, Transaction transaction) {
    RegisteredName name =
        transaction
            .find(Table.NAMES, call.domain())
            .filter(n -> Platform.same(n.account(), call.account()))
            .orElseThrow(() -> new Refusal(Code.NOT_FOUND));
    if (!call.account().equals(name.account())) {
      throw profileA ? new Refusal(Code.NOT_FOUND) : new Refusal(Code.INVALID_VALUE, "DOMAIN");
    }
    return name;
  }
}
