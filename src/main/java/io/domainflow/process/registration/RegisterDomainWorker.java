package io.domainflow.process.registration;

import io.domainflow.order.Orders;
import io.domainflow.order.ProvisioningOrder;
import io.domainflow.process.booking.ListedPrice;
import io.domainflow.process.worker.StepResult;
import io.domainflow.process.worker.Worker;
import io.domainflow.registrar.RegistrarFailure.Refused;
import io.domainflow.registrar.RegistrarGateway;
import io.domainflow.registrar.command.Mutation;
import io.domainflow.registrar.command.RegisterDomain;
import org.springframework.stereotype.Component;

/**
 * Registers the name, with its renewal mode and transfer lock: a name that was registered without
 * would be renewed unpaid, or could be moved away.
 *
 * <ul>
 *   <li>{@code Err_NameTaken}: somebody has the name by now
 *   <li>{@code Err_RegistrationRefused}: the registrar refuses for another reason
 *   <li>{@code Err_TermsChanged}: the trademark notice has expired; nothing was sent
 * </ul>
 */
@Component
class RegisterDomainWorker implements Worker.Changing<RegisterDomain.Result> {

  private final Orders orders;
  private final RegistrationContent content;
  private final RegistrationRefusals refusals;
  private final PurchaseTerms terms;
  private final RegistryWait wait;
  private final ListedPrice prices;

  RegisterDomainWorker(
      Orders orders,
      RegistrationContent content,
      RegistrationRefusals refusals,
      PurchaseTerms terms,
      RegistryWait wait,
      ListedPrice prices) {
    this.orders = orders;
    this.content = content;
    this.refusals = refusals;
    this.terms = terms;
    this.wait = wait;
    this.prices = prices;
  }

  @Override
  public String topic() {
    return "register-domain";
  }

  @Override
  public Mutation<RegisterDomain.Result> prepare(ProvisioningOrder order) {
    if (order.purchase().quote() != null) {
      throw new IllegalStateException(
          "a name with a price of its own is never bought as a plain one");
    }
    return new RegisterDomain(content.of(order));
  }

  @Override
  public void lookBeforeSending(ProvisioningOrder order, RegistrarGateway registrar) {
    terms.checkNotice(order);
    prices.read(order);
  }

  @Override
  public StepResult conclude(ProvisioningOrder order, RegisterDomain.Result registered) {
    orders.bought(order.id(), prices.ofRegistration(order));
    orders.awaitsRegistry(order.id(), registered.pending());
    if (!registered.pending()) {
      return StepResult.done(RegistryWait.over());
    }
    return StepResult.done(wait.begins(order, "The registrar accepted the registration"));
  }

  @Override
  public StepResult refused(ProvisioningOrder order, Refused refusal) {
    return refusals.conclude(order, refusal.code(), refusal.words());
  }
}
