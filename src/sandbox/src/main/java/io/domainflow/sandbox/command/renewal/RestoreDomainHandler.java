package io.domainflow.sandbox.command.renewal;

import io.domainflow.sandbox.ConditionalOnSandbox;
import io.domainflow.sandbox.Platform;
import io.domainflow.sandbox.account.Ledger;
import io.domainflow.sandbox.command.CommandHandler;
import io.domainflow.sandbox.command.Handler;
import io.domainflow.sandbox.protocol.Answer;
import io.domainflow.sandbox.protocol.Code;
import io.domainflow.sandbox.protocol.ReceivedCommand;
import io.domainflow.sandbox.protocol.Refusal;
import io.domainflow.sandbox.registry.Availability;
import io.domainflow.sandbox.registry.NameParameters;
import io.domainflow.sandbox.registry.Prices;
import io.domainflow.sandbox.registry.Registration;
import io.domainflow.sandbox.state.Profile;
import io.domainflow.sandbox.state.Table;
import io.domainflow.sandbox.state.Transaction;
import io.domainflow.sandbox.stored.name.DeletedName;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import org.springframework.stereotype.Component;

@Component
@ConditionalOnSandbox
class RestoreDomainHandler implements CommandHandler, Handler.Changing {

  private static final Set<String> NOT_OFFERED = Set.of("ORDER", "SUBUSER");

  private final Prices prices;
  private final Ledger ledger;
  private final Clock clock;

  RestoreDomainHandler(Prices prices, Ledger ledger, Clock clock) {
    this.prices = prices;
    this.ledger = ledger;
    this.clock = clock;
  }

  @Override
  public Answer handle(ReceivedCommand call, Transaction transaction) {
    call.refuse(NOT_OFFERED);
    Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    boolean profileA = Profile.of(transaction) == Profile.A;
    DeletedName deleted = deleted(call, profileA, transaction);
    if (deleted.restore() != null) {
      throw new Refusal(profileA ? Code.STATUS_FORBIDS : Code.NOT_UNIQUE);
    }
    if (!deleted.restorableAt(now)) {
      throw new Refusal(profileA ? Code.NOT_UP_FOR_RENEWAL : Code.STATUS_FORBIDS);
    }
    RenewalCheck.refuseOtherClass(call, deleted.name(), transaction);
    String mode = NameParameters.renewalMode(call, transaction);
    Prices.Price price = prices.restore(deleted.name(), transaction);
    Registration.refuseBeyondCredit(call, price.amount(), transaction);
    Answer answer = Answer.of(Code.COMPLETED).asPending();
    ledger.record(
        call, command(), call.domain(), price.amount(), price.currency(), now, transaction);
    ledger.log(call, "DOMAIN", call.domain(), "RESTORE", "REQUEST", answer, now, transaction);
    transaction.put(
        Table.DELETED,
        deleted.with(
            Restores.asked(
                call.role(),
                mode,
                price,
                Availability.takeNext(command(), call.domain(), transaction),
                now)));
    return answer;
  }

  private static DeletedName deleted(
      ReceivedCommand call, boolean profileA, Transaction transaction) {
    transaction
        .find(Table.NAMES, call.domain())
        .filter(name -> profileA && Platform.same(name.account(), call.account()))
        .ifPresent(
            name -> {
              boolean own = call.account().equals(name.account());
              throw new Refusal(own ? Code.ALREADY_REGISTERED : Code.AUTHORIZATION_FAILED);
            });
    DeletedName deleted =
        transaction
            .find(Table.DELETED, call.domain())
            .orElseThrow(() -> new Refusal(Code.NOT_FOUND));
    if (!deleted.isOf(call.account())) {
      throw new Refusal(profileA ? Code.AUTHORIZATION_FAILED : Code.NOT_FOUND);
    }
    return deleted;
  }
}
