package io.domainflow.process.restoration;

import io.domainflow.account.Accounts;
import io.domainflow.account.ResellerAccount;
import io.domainflow.model.Money;
import io.domainflow.order.Failure;
import io.domainflow.order.Failure.Reason;
import io.domainflow.order.OrderPurchases;
import io.domainflow.order.Orders;
import io.domainflow.order.ProvisioningOrder;
import io.domainflow.order.content.OrderContent;
import io.domainflow.order.content.RenewalOrder;
import io.domainflow.order.progress.Restorations;
import io.domainflow.order.progress.Suspension;
import io.domainflow.order.progress.Suspensions;
import io.domainflow.process.StepVariables;
import io.domainflow.process.domain.DomainReadings;
import io.domainflow.process.restoration.RestorationStateReader.State;
import io.domainflow.process.worker.StepResult;
import io.domainflow.process.worker.Worker;
import io.domainflow.registrar.Reader;
import io.domainflow.registrar.RegistrarFailure.Refused;
import io.domainflow.registrar.RegistrarGateway;
import io.domainflow.registrar.command.HoldDomain;
import io.domainflow.registrar.command.ReadDomain;
import io.domainflow.registrar.command.SetRenewalMode;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Checks whether the name has been restored, or the registry has refused. Where the restore command
 * cannot set the renewal mode, it is set here: with its present mode, the name might be renewed
 * although nobody pays for it. A renewal that was ordered at the registrar with the restore and is
 * not charged yet is cancelled: the years that the order includes are bought afterwards. A name
 * that Domainflow has put on hold resolves again.
 */
@Component
class LookUpRestorationWorker implements Worker.Asking<State> {

  private final Accounts accounts;
  private final Orders orders;
  private final OrderPurchases purchases;
  private final Restorations restorations;
  private final RestorationWait wait;
  private final DomainReadings readings;
  private final Suspensions suspensions;
  private final Clock clock;

  LookUpRestorationWorker(
      Accounts accounts,
      Orders orders,
      OrderPurchases purchases,
      Restorations restorations,
      RestorationWait wait,
      DomainReadings readings,
      Suspensions suspensions,
      Clock clock) {
    this.accounts = accounts;
    this.orders = orders;
    this.purchases = purchases;
    this.restorations = restorations;
    this.wait = wait;
    this.readings = readings;
    this.suspensions = suspensions;
    this.clock = clock;
  }

  @Override
  public State ask(ProvisioningOrder order, RegistrarGateway registrar) {
    String account = order.content().account();
    Reader reader = registrar.reader(account);
    State state =
        RestorationStateReader.read(
            order.content().domain(),
            order.createdAt(),
            accounts.find(account).map(ResellerAccount::login).orElse(""),
            reader);
    if (!(state instanceof State.Back back)) {
      return state;
    }
    boolean lifted = holdIsOurs(order, back.domain()) && isLifted(order, registrar);
    boolean modeSet =
        hasToBeSet(order, back.domain()) && isModeSet(order, back.domain(), registrar);
    ReadDomain.Result domain =
        lifted || modeSet
            ? registrar.ask(account, new ReadDomain(order.content().domain()))
            : back.domain();
    return new State.Back(domain, isRenewed(order, back.domain(), reader));
  }

  private static boolean hasToBeSet(ProvisioningOrder order, ReadDomain.Result domain) {
    return domain.renewalOrdered()
        || domain.renewalMode().filter(RestoreDomainWorker.renewalMode(order)::equals).isEmpty();
  }

  // If it is refused, the outcome states the mode that the name has.
  private static boolean isModeSet(
      ProvisioningOrder order, ReadDomain.Result domain, RegistrarGateway registrar) {
    OrderContent content = order.content();
    SetRenewalMode mode =
        new SetRenewalMode(
            content.domain(), RestoreDomainWorker.renewalMode(order), domain.renewalOrdered());
    return isDone(() -> registrar.ensure(content.account(), mode));
  }

  private boolean holdIsOurs(ProvisioningOrder order, ReadDomain.Result domain) {
    return domain.state().onHold()
        && suspensions
            .find(order.content().account(), order.content().domain())
            .filter(Suspension::holdSet)
            .isPresent();
  }

  // If it is refused, the suspension is still known, so that an order can lift it.
  private static boolean isLifted(ProvisioningOrder order, RegistrarGateway registrar) {
    OrderContent content = order.content();
    HoldDomain lift = new HoldDomain(content.domain(), false);
    return isDone(() -> registrar.ensure(content.account(), lift));
  }

  private static boolean isDone(Runnable change) {
    try {
      change.run();
      return true;
    } catch (Refused e) {
      return false;
    }
  }

  // Whether a period that was over is no longer over.
  private boolean isRenewed(ProvisioningOrder order, ReadDomain.Result domain, Reader registrar) {
    return registrar.renewsWhatIsRestored()
        && restorations.get(order.id()).renewedYears() > 0
        && !domain.renewalOrdered()
        && (!(order.content().details() instanceof RenewalOrder renewal)
            || isOver(renewal.believedExpiry().atStartOfDay(ZoneOffset.UTC).toInstant()))
        && domain.expiresAt() != null
        && !isOver(domain.expiresAt());
  }

  private boolean isOver(Instant end) {
    return !clock.instant().isBefore(end);
  }

  @Override
  public StepResult conclude(ProvisioningOrder order, State state) {
    if (state instanceof State.UnderWay) {
      return StepResult.done(wait.continues());
    }
    orders.awaitsRegistry(order.id(), false);
    orders.inProgress(order.id());
    if (state instanceof State.Failed failed) {
      failed(order, failed.reason());
      return over(false);
    }
    State.Back back = (State.Back) state;
    readings.store(order, back.domain());
    if (back.renewed()) {
      purchases.bought(order.id(), withTheYear(order));
    }
    restorations.restored(order.id());
    if (!holdIsOurs(order, back.domain())) {
      suspensions.forget(order.content().account(), order.content().domain());
    }
    orders.refused(order.id(), null);
    return over(true);
  }

  private Money withTheYear(ProvisioningOrder order) {
    Money restore =
        Objects.requireNonNull(
            restorations.get(order.id()).restorePrice(), "it is bought at a price only");
    Money year =
        Objects.requireNonNull(
            order.purchase().quoteOrThrow().renewalPrice(), "a year that is bought has a price");
    return new Money(restore.amount().add(year.amount()), restore.currency());
  }

  // A restore that does not succeed is not charged: the registrar refunds the fee.
  private void failed(ProvisioningOrder order, @Nullable String reason) {
    purchases.notBought(order.id());
    orders.recordFailure(
        order.id(),
        new Failure(
            Reason.RESTORE_FAILED,
            "The registry did not give "
                + order.content().domain().unicode()
                + " back"
                + (reason == null ? "" : ": «" + reason + "»")
                + ". A restore that fails is not charged in the end: see that the registrar gives the"
                + " charge back. Ask it while the name can still be restored.",
            null));
  }

  private static StepResult over(boolean restored) {
    return StepResult.done(
        StepVariables.of(
            RestorationProcess.UNDER_WAY, false, RestorationProcess.RESTORED, restored));
  }
}
