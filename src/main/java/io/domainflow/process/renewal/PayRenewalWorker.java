package io.domainflow.process.renewal;

import io.domainflow.order.ProvisioningOrder;
import io.domainflow.order.Renewal;
import io.domainflow.order.Renewals;
import io.domainflow.process.worker.StepResult;
import io.domainflow.process.worker.Worker;
import io.domainflow.registrar.RegistrarFailure.Refused;
import io.domainflow.registrar.RegistrarGateway;
import io.domainflow.registrar.command.PayRenewal;
import org.springframework.stereotype.Component;

/**
 * Pays the renewal of a name whose registry renews by itself at the end of the period, at most
 * once.
 *
 * <ul>
 *   <li>{@code Err_NotRenewed}: the registrar refuses, or date or price are not what they were;
 *       nothing was bought
 * </ul>
 */
@Component
class PayRenewalWorker implements Worker.Changing<PayRenewal.Result> {

  private final Renewals renewals;
  private final RenewalPurchase purchase;

  PayRenewalWorker(Renewals renewals, RenewalPurchase purchase) {
    this.renewals = renewals;
    this.purchase = purchase;
  }

  @Override
  public String topic() {
    return "pay-renewal";
  }

  @Override
  public PayRenewal prepare(ProvisioningOrder order) {
    Renewal renewal = renewals.get(order.id());
    return new PayRenewal(
        order.request().domain(),
        renewal.period(),
        renewal.expiresBefore(),
        renewal.paidUntilBefore(),
        renewal.priceClass());
  }

  @Override
  public void lookBeforeSending(ProvisioningOrder order, RegistrarGateway registrar) {
    purchase.checkBeforeSending(order, registrar);
  }

  @Override
  public StepResult conclude(ProvisioningOrder order, PayRenewal.Result paid) {
    return purchase.bought(order);
  }

  @Override
  public StepResult refused(ProvisioningOrder order, Refused refusal) {
    return purchase.refused(order, refusal);
  }
}
