package io.domainflow.process.restoration;

import io.domainflow.account.Accounts;
import io.domainflow.account.ResellerAccount;
import io.domainflow.order.Failure;
import io.domainflow.order.Failure.Reason;
import io.domainflow.order.Orders;
import io.domainflow.order.ProvisioningOrder;
import io.domainflow.order.progress.Restorations;
import io.domainflow.order.progress.Suspensions;
import io.domainflow.order.wanted.OrderRequest;
import io.domainflow.process.Facts;
import io.domainflow.process.domain.DomainReadings;
import io.domainflow.process.restoration.RestorationLook.State;
import io.domainflow.process.worker.StepResult;
import io.domainflow.process.worker.Worker;
import io.domainflow.registrar.RegistrarFailure.Refused;
import io.domainflow.registrar.RegistrarGateway;
import io.domainflow.registrar.command.ReadDomain;
import io.domainflow.registrar.command.SetRenewalMode;
import org.springframework.stereotype.Component;

/**
 * Looks whether the name is back, or the registry has refused. Where the renewal mode does not go
 * with a restore, it is set here: with the one it had, the name might be renewed unpaid.
 */
@Component
class LookUpRestorationWorker implements Worker.Repeatable<State> {

  private final Accounts accounts;
  private final Orders orders;
  private final Restorations restorations;
  private final RestorationWait wait;
  private final DomainReadings readings;
  private final Suspensions suspensions;

  LookUpRestorationWorker(
      Accounts accounts,
      Orders orders,
      Restorations restorations,
      RestorationWait wait,
      DomainReadings readings,
      Suspensions suspensions) {
    this.accounts = accounts;
    this.orders = orders;
    this.restorations = restorations;
    this.wait = wait;
    this.readings = readings;
    this.suspensions = suspensions;
  }

  @Override
  public String topic() {
    return "look-up-restoration";
  }

  @Override
  public State ask(ProvisioningOrder order, RegistrarGateway registrar) {
    String account = order.request().account();
    State state =
        RestorationLook.look(
            order.request().domain(),
            order.createdAt(),
            accounts.find(account).map(ResellerAccount::login).orElse(""),
            registrar.reader(account));
    return state instanceof State.Back back && hasAnotherMode(order, back.domain())
        ? new State.Back(withItsMode(order, back.domain(), registrar))
        : state;
  }

  private static boolean hasAnotherMode(ProvisioningOrder order, ReadDomain.Result domain) {
    return domain.renewalMode().filter(RestoreDomainWorker.renewalMode(order)::equals).isEmpty();
  }

  private static ReadDomain.Result withItsMode(
      ProvisioningOrder order, ReadDomain.Result domain, RegistrarGateway registrar) {
    OrderRequest request = order.request();
    try {
      registrar.ensure(
          request.account(),
          new SetRenewalMode(request.domain(), RestoreDomainWorker.renewalMode(order)));
    } catch (Refused e) {
      // The outcome states the mode that the name has.
      return domain;
    }
    return registrar.ask(request.account(), new ReadDomain(request.domain()));
  }

  @Override
  public StepResult conclude(ProvisioningOrder order, State state) {
    if (state instanceof State.UnderWay) {
      return StepResult.done(wait.goesOn());
    }
    orders.awaitsRegistry(order.id(), false);
    orders.inProgress(order.id());
    if (state instanceof State.Failed failed) {
      failed(order, failed.reason());
      return over(false);
    }
    ReadDomain.Result domain = ((State.Back) state).domain();
    readings.store(order, domain);
    restorations.restored(order.id());
    suspensions.forget(order.request().account(), order.request().domain());
    orders.refused(order.id(), null);
    return over(true);
  }

  // A restore that does not succeed is not charged: the registrar refunds the fee.
  private void failed(ProvisioningOrder order, String reason) {
    orders.notBought(order.id());
    orders.recordFailure(
        order.id(),
        new Failure(
            Reason.RESTORE_FAILED,
            "The registry did not give "
                + order.request().domain().unicode()
                + " back"
                + (reason == null ? "" : ": «" + reason + "»")
                + ". A restore that fails is not charged in the end: see that the registrar gives the"
                + " charge back. Ask it while the name can still be restored.",
            null));
  }

  private static StepResult over(boolean restored) {
    return StepResult.done(
        Facts.of(RestorationProcess.UNDER_WAY, false, RestorationProcess.RESTORED, restored));
  }
}
