package io.domainflow.process.registration;

import io.domainflow.order.Failure;
import io.domainflow.order.Failure.Reason;
import io.domainflow.order.OrderPurchases;
import io.domainflow.order.Orders;
import io.domainflow.order.ProvisioningOrder;
import io.domainflow.process.registration.LookUpRegistrationWorker.Decision;
import io.domainflow.process.worker.StepResult;
import io.domainflow.process.worker.Worker;
import io.domainflow.registrar.Reader;
import io.domainflow.registrar.RefusalReason;
import io.domainflow.registrar.RegistrarCodes;
import io.domainflow.registrar.RegistrarFailure.Refused;
import io.domainflow.registrar.RegistrarGateway;
import io.domainflow.registrar.command.ReadApplication;
import io.domainflow.registrar.command.ReadDomain;
import org.springframework.stereotype.Component;

/**
 * Checks whether the registry has decided on a pending registration.
 *
 * <ul>
 *   <li>{@code Err_RegistrationRejected}: the account no longer has the name, which is free again,
 *       or the application for it has failed
 * </ul>
 */
@Component
class LookUpRegistrationWorker implements Worker.Asking<Decision> {

  /** What happened to the registration. */
  enum Decision {
    PENDING,
    REGISTERED,
    REJECTED
  }

  private final Orders orders;
  private final OrderPurchases purchases;
  private final RegistrationWait wait;
  private final RegistrarCodes codes;

  LookUpRegistrationWorker(
      Orders orders, OrderPurchases purchases, RegistrationWait wait, RegistrarCodes codes) {
    this.orders = orders;
    this.purchases = purchases;
    this.wait = wait;
    this.codes = codes;
  }

  @Override
  public Decision ask(ProvisioningOrder order, RegistrarGateway registrar) {
    String account = order.content().account();
    try {
      return registrar.ask(account, new ReadDomain(order.content().domain())).pendingCreate()
          ? Decision.PENDING
          : Decision.REGISTERED;
    } catch (Refused e) {
      return notThere(e) ? notShown(order, registrar) : fail(e);
    }
  }

  private static Decision notShown(ProvisioningOrder order, RegistrarGateway registrar) {
    String account = order.content().account();
    String application = order.purchase().application();
    if (application == null) {
      Reader reader = registrar.reader(account);
      return reader.mayHidePending() && !reader.isFree(order.content().domain())
          ? Decision.PENDING
          : Decision.REJECTED;
    }
    try {
      return registrar.ask(account, new ReadApplication(application)).failed()
          ? Decision.REJECTED
          : Decision.PENDING;
    } catch (Refused e) {
      return notThere(e) ? Decision.REJECTED : fail(e);
    }
  }

  private static boolean notThere(Refused refusal) {
    return refusal.saysNotHere();
  }

  private static Decision fail(Refused refusal) {
    throw refusal;
  }

  @Override
  public StepResult conclude(ProvisioningOrder order, Decision decision) {
    if (decision == Decision.PENDING) {
      return StepResult.done(wait.continues(order));
    }
    orders.awaitsRegistry(order.id(), false);
    if (decision == Decision.REGISTERED) {
      orders.inProgress(order.id());
      return StepResult.done(RegistrationWait.over());
    }
    // A registration that the registry rejects counts as not charged. The registrar's page says
    // that a pending registration may be rejected, but not what happens to the fee; we never buy
    // again because of it.
    purchases.notBought(order.id());
    orders.recordFailure(
        order.id(),
        new Failure(
            Reason.REGISTRY_REJECTED,
            "The registry rejected the registration of "
                + order.content().domain().unicode()
                + " after the registrar had accepted it. The fee goes back to the account. Ask the"
                + " registrar for the reason before ordering again.",
            codes.code(RefusalReason.NOT_FOUND)));
    return StepResult.error(DomainRegistrationProcess.ERROR_REGISTRATION_REJECTED);
  }
}
