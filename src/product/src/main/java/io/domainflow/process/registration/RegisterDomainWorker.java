package io.domainflow.process.registration;

import io.domainflow.order.OrderPurchases;
import io.domainflow.order.Orders;
import io.domainflow.order.ProvisioningOrder;
import io.domainflow.order.Quote;
import io.domainflow.process.StepVariables;
import io.domainflow.process.booking.ListedPrice;
import io.domainflow.process.worker.StepResult;
import io.domainflow.process.worker.Worker;
import io.domainflow.registrar.RegistrarFailure.Refused;
import io.domainflow.registrar.RegistrarGateway;
import io.domainflow.registrar.command.RegisterDomain;
import io.domainflow.tld.TldCatalogue;
import io.domainflow.tld.TldPolicy;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Registers the name, with its renewal mode and transfer lock where the registrar accepts them in
 * the command: a name registered without them might be renewed although nobody pays for it, or be
 * transferred away. A premium name is bought at exactly the price that was agreed to.
 *
 * <ul>
 *   <li>{@code Err_NameTaken}: the name has been registered meanwhile
 *   <li>{@code Err_RegistrationRefused}: the registrar refuses for another reason
 *   <li>{@code Err_TermsChanged}: the price or the trademark notice is no longer the agreed one;
 *       nothing was sent
 * </ul>
 */
@Component
class RegisterDomainWorker implements Worker.Changing<RegisterDomain.Result> {

  private final Orders orders;
  private final OrderPurchases purchases;
  private final TldCatalogue tlds;
  private final RegistrationContent content;
  private final RegistrationRefusals refusals;
  private final PurchaseTerms terms;
  private final RegistrationWait wait;
  private final ListedPrice prices;

  RegisterDomainWorker(
      Orders orders,
      OrderPurchases purchases,
      TldCatalogue tlds,
      RegistrationContent content,
      RegistrationRefusals refusals,
      PurchaseTerms terms,
      RegistrationWait wait,
      ListedPrice prices) {
    this.orders = orders;
    this.purchases = purchases;
    this.tlds = tlds;
    this.content = content;
    this.refusals = refusals;
    this.terms = terms;
    this.wait = wait;
    this.prices = prices;
  }

  @Override
  public RegisterDomain prepare(ProvisioningOrder order) {
    Quote quote = order.purchase().quote();
    return quote == null
        ? new RegisterDomain(content.of(order), phase(order), null)
        : new RegisterDomain(content.of(order), quote.priceClass(), quote.price());
  }

  /**
   * The launch phase in which the registry takes applications; null where names are simply
   * registered.
   */
  private @Nullable String phase(ProvisioningOrder order) {
    return tlds.policyFor(order.content().domain())
        .flatMap(TldPolicy::applicationClass)
        .orElse(null);
  }

  @Override
  public void lookBeforeSending(ProvisioningOrder order, RegistrarGateway registrar) {
    terms.checkNotice(order);
    if (order.purchase().quote() != null) {
      terms.checkPrice(order, registrar);
    } else if (phase(order) == null) {
      prices.read(order);
    }
  }

  @Override
  public StepResult conclude(ProvisioningOrder order, RegisterDomain.Result registered) {
    Quote quote = order.purchase().quote();
    if (quote != null) {
      purchases.bought(order.id(), quote.price());
    } else {
      purchases.bought(order.id(), phase(order) == null ? prices.ofRegistration(order) : null);
    }
    if (registered.application() != null) {
      purchases.applied(order.id(), registered.application());
    }
    orders.awaitsRegistry(order.id(), registered.pending());
    return StepResult.done(
        new StepVariables()
            .and(decision(order, registered))
            .and(DomainRegistrationProcess.RENEWAL_MODE_TO_SET, !registered.renewalModeSet())
            .map());
  }

  private Map<String, Object> decision(ProvisioningOrder order, RegisterDomain.Result registered) {
    if (!registered.pending()) {
      return RegistrationWait.over();
    }
    if (order.purchase().quote() != null) {
      return wait.beginsWithALook(order, "The registrar accepted the purchase");
    }
    return wait.begins(
        order,
        phase(order) == null
            ? "The registrar accepted the registration"
            : "The registrar accepted the application");
  }

  @Override
  public StepResult refused(ProvisioningOrder order, Refused refusal) {
    return refusals.conclude(order, refusal.code(), refusal.words());
  }
}
