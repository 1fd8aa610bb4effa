package io.domainflow.process.renewal;

import io.domainflow.order.ProvisioningOrder;
import io.domainflow.order.Renewal;
import io.domainflow.order.Renewals;
import io.domainflow.process.worker.StepResult;
import io.domainflow.process.worker.Worker;
import io.domainflow.registrar.RefusalReason;
import io.domainflow.registrar.RegistrarFailure.Refused;
import io.domainflow.registrar.RegistrarGateway;
import io.domainflow.registrar.command.RenewDomain;
import org.springframework.stereotype.Component;

/**
 * Renews the name at the registry, at most once.
 *
 * <ul>
 *   <li>{@code Err_NoExplicitRenewal}: the registry renews by itself only; nothing was bought
 *   <li>{@code Err_NotRenewed}: the registrar refuses, or date or price are not what they were;
 *       nothing was bought
 * </ul>
 */
@Component
class RenewDomainWorker implements Worker.Changing<RenewDomain.Result> {

  private final Renewals renewals;
  private final RenewalPurchase purchase;

  RenewDomainWorker(Renewals renewals, RenewalPurchase purchase) {
    this.renewals = renewals;
    this.purchase = purchase;
  }

  @Override
  public String topic() {
    return "renew-domain";
  }

  @Override
  public RenewDomain prepare(ProvisioningOrder order) {
    Renewal renewal = renewals.get(order.id());
    return new RenewDomain(
        order.request().domain(), renewal.period(), renewal.expiresBefore(), renewal.priceClass());
  }

  @Override
  public void lookBeforeSending(ProvisioningOrder order, RegistrarGateway registrar) {
    purchase.checkBeforeSending(order, registrar);
  }

  @Override
  public StepResult conclude(ProvisioningOrder order, RenewDomain.Result renewed) {
    return purchase.bought(order);
  }

  @Override
  public StepResult refused(ProvisioningOrder order, Refused refusal) {
    return refusal.isFor(RefusalReason.NOT_OFFERED)
        ? StepResult.error(DomainRenewalProcess.ERROR_NO_EXPLICIT_RENEWAL)
        : purchase.refused(order, refusal);
  }
}
