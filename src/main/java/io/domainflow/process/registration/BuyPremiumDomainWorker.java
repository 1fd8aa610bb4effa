package io.domainflow.process.registration;

import io.domainflow.order.Orders;
import io.domainflow.order.ProvisioningOrder;
import io.domainflow.order.Quote;
import io.domainflow.process.worker.StepResult;
import io.domainflow.process.worker.Worker;
import io.domainflow.registrar.RegistrarFailure.Refused;
import io.domainflow.registrar.RegistrarGateway;
import io.domainflow.registrar.command.ApplyForDomain;
import io.domainflow.registrar.command.Mutation;
import org.springframework.stereotype.Component;

/**
 * Buys a name that has a price of its own, at exactly the price that was agreed to. The registrar
 * takes such a purchase as an application and decides on it later.
 *
 * <ul>
 *   <li>{@code Err_TermsChanged}: price or trademark notice are not the agreed ones any more;
 *       nothing was sent
 *   <li>{@code Err_NameTaken}: somebody has the name by now
 *   <li>{@code Err_RegistrationRefused}: the registrar refuses for another reason
 * </ul>
 */
@Component
class BuyPremiumDomainWorker implements Worker.Changing<ApplyForDomain.Result> {

  private final Orders orders;
  private final RegistrationContent content;
  private final RegistrationRefusals refusals;
  private final PurchaseTerms terms;
  private final RegistryWait wait;

  BuyPremiumDomainWorker(
      Orders orders,
      RegistrationContent content,
      RegistrationRefusals refusals,
      PurchaseTerms terms,
      RegistryWait wait) {
    this.orders = orders;
    this.content = content;
    this.refusals = refusals;
    this.terms = terms;
    this.wait = wait;
  }

  @Override
  public String topic() {
    return "buy-premium-domain";
  }

  @Override
  public Mutation<ApplyForDomain.Result> prepare(ProvisioningOrder order) {
    Quote quote = order.purchase().quote();
    if (quote == null) {
      throw new IllegalStateException("a name without a price of its own is never bought at one");
    }
    return new ApplyForDomain(content.of(order), quote.priceClass(), quote.price());
  }

  @Override
  public void lookBeforeSending(ProvisioningOrder order, RegistrarGateway registrar) {
    terms.checkNotice(order);
    terms.checkPrice(order, registrar);
  }

  @Override
  public StepResult conclude(ProvisioningOrder order, ApplyForDomain.Result bought) {
    orders.bought(order.id(), order.purchase().quote().price());
    orders.applied(order.id(), bought.application());
    orders.awaitsRegistry(order.id(), true);
    return StepResult.done(wait.beginsWithALook(order, "The registrar accepted the purchase"));
  }

  @Override
  public StepResult refused(ProvisioningOrder order, Refused refusal) {
    return refusals.conclude(order, refusal.code(), refusal.words());
  }
}
