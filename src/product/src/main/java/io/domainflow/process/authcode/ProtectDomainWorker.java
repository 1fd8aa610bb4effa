package io.domainflow.process.authcode;

import io.domainflow.order.OrderEvent.Kind;
import io.domainflow.order.OrderEvents;
import io.domainflow.order.ProvisioningOrder;
import io.domainflow.order.progress.AuthCodes;
import io.domainflow.process.authcode.ProtectDomainWorker.Refusals;
import io.domainflow.process.worker.StepResult;
import io.domainflow.process.worker.Worker;
import io.domainflow.registrar.RegistrarFailure.Refused;
import io.domainflow.registrar.RegistrarGateway;
import io.domainflow.registrar.command.RevokeAuthCode;
import io.domainflow.tld.AuthCodeRoute;
import io.domainflow.tld.TldCatalogue;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Sets the transfer lock again that an order has opened, and makes its code void where the policy
 * says so. From then on the lock is the wanted setting: if the registrar refuses it, the daily
 * check finds that it is open.
 */
@Component
class ProtectDomainWorker implements Worker.Asking<Refusals> {

  private final AuthCodes codes;
  private final LockAgain lock;
  private final OrderEvents events;
  private final TldCatalogue tlds;

  ProtectDomainWorker(AuthCodes codes, LockAgain lock, OrderEvents events, TldCatalogue tlds) {
    this.codes = codes;
    this.lock = lock;
    this.events = events;
    this.tlds = tlds;
  }

  @Override
  public boolean outlivesItsOrder() {
    return true;
  }

  /**
   * The registrar's words when it refused; empty where it did not.
   *
   * @param ofLock to set the lock
   * @param ofCode to make the code void
   */
  record Refusals(Optional<String> ofLock, Optional<String> ofCode) {}

  @Override
  public Refusals ask(ProvisioningOrder order, RegistrarGateway registrar) {
    String account = order.content().account();
    AuthCodes.Course course = codes.course(order.id());
    Optional<String> ofLock =
        course.unlocked() ? LockAgain.set(order, registrar) : Optional.empty();
    if (!course.voids()) {
      return new Refusals(ofLock, Optional.empty());
    }
    boolean atRegistry =
        tlds.policyOfOrdered(order.content().domain()).authCodeRoute()
            == AuthCodeRoute.CREATE_AT_REGISTRY;
    return new Refusals(
        ofLock,
        LockAgain.refusal(
            () ->
                registrar.ensure(
                    account, new RevokeAuthCode(order.content().domain(), atRegistry))));
  }

  @Override
  public StepResult conclude(ProvisioningOrder order, Refusals refusals) {
    if (codes.course(order.id()).unlocked()) {
      lock.want(order);
      events.note(order.id(), Kind.LOCK_SET_AGAIN, refusals.ofLock().orElse(null), null);
    }
    codes.protectedAgain(
        order.id(),
        refusals.ofLock().isPresent(),
        refusals.ofLock().or(refusals::ofCode).orElse(null));
    codes.forget(order.id());
    return StepResult.done(Map.of());
  }

  @Override
  public StepResult refused(ProvisioningOrder order, Refused refusal) {
    if (!refusal.saysNotHere()) {
      throw refusal;
    }
    codes.forget(order.id());
    codes.gone(order.content().account(), order.content().domain());
    return StepResult.error(AuthCodeLockProcess.ERROR_DOMAIN_NOT_HERE);
  }
}
