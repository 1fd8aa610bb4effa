package io.domainflow.process.registration;

import io.domainflow.order.Orders;
import io.domainflow.order.ProvisioningOrder;
import io.domainflow.process.worker.StepResult;
import io.domainflow.process.worker.Worker;
import io.domainflow.registrar.RegistrarFailure.Refused;
import io.domainflow.registrar.RegistrarGateway;
import io.domainflow.registrar.command.ApplyForDomain;
import io.domainflow.registrar.command.Mutation;
import io.domainflow.tld.TldCatalogue;
import io.domainflow.tld.TldPolicy;
import org.springframework.stereotype.Component;

/**
 * Applies for a name below a TLD whose registry takes nothing but applications and decides on them
 * after days. The price is that of a registration.
 *
 * <ul>
 *   <li>{@code Err_NameTaken}: somebody has the name by now
 *   <li>{@code Err_RegistrationRefused}: the registrar refuses for another reason
 *   <li>{@code Err_TermsChanged}: the trademark notice has expired; nothing was sent
 * </ul>
 */
@Component
class ApplyForDomainWorker implements Worker.Changing<ApplyForDomain.Result> {

  private final Orders orders;
  private final TldCatalogue tlds;
  private final RegistrationContent content;
  private final RegistrationRefusals refusals;
  private final PurchaseTerms terms;
  private final RegistryWait wait;

  ApplyForDomainWorker(
      Orders orders,
      TldCatalogue tlds,
      RegistrationContent content,
      RegistrationRefusals refusals,
      PurchaseTerms terms,
      RegistryWait wait) {
    this.orders = orders;
    this.tlds = tlds;
    this.content = content;
    this.refusals = refusals;
    this.terms = terms;
    this.wait = wait;
  }

  @Override
  public String topic() {
    return "apply-for-domain";
  }

  @Override
  public Mutation<ApplyForDomain.Result> prepare(ProvisioningOrder order) {
    if (order.purchase().quote() != null) {
      throw new IllegalStateException(
          "a name with a price of its own is never applied for without that price");
    }
    String phase =
        tlds.policyFor(order.request().domain())
            .flatMap(TldPolicy::applicationClass)
            .orElseThrow(
                () -> new IllegalStateException("names below this TLD are not applied for"));
    return new ApplyForDomain(content.of(order), phase, null);
  }

  @Override
  public void lookBeforeSending(ProvisioningOrder order, RegistrarGateway registrar) {
    terms.checkNotice(order);
  }

  @Override
  public StepResult conclude(ProvisioningOrder order, ApplyForDomain.Result applied) {
    orders.bought(order.id(), null);
    orders.applied(order.id(), applied.application());
    orders.awaitsRegistry(order.id(), true);
    return StepResult.done(wait.begins(order, "The registrar accepted the application"));
  }

  @Override
  public StepResult refused(ProvisioningOrder order, Refused refusal) {
    return refusals.conclude(order, refusal.code(), refusal.words());
  }
}
