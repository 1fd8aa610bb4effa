package io.domainflow.process.renewal;

import io.domainflow.model.Money;
import io.domainflow.order.Orders;
import io.domainflow.order.ProvisioningOrder;
import io.domainflow.order.Quote;
import io.domainflow.order.Refusal;
import io.domainflow.order.Renewal;
import io.domainflow.order.Renewals;
import io.domainflow.process.worker.StepResult;
import io.domainflow.process.worker.Worker.NotToBeSent;
import io.domainflow.registrar.RegistrarFailure.Refused;
import io.domainflow.registrar.RegistrarGateway;
import io.domainflow.registrar.command.ReadDomain;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** What the two ways of buying a further period have in common. */
@Component
class RenewalPurchase {

  private final Orders orders;
  private final Renewals renewals;

  RenewalPurchase(Orders orders, Renewals renewals) {
    this.orders = orders;
    this.renewals = renewals;
  }

  /**
   * Looks once more that the name still ends when it did, and at a price that somebody has agreed
   * to: what a command with a stale date does is nowhere documented.
   *
   * @throws NotToBeSent if something has changed
   */
  void checkBeforeSending(ProvisioningOrder order, RegistrarGateway registrar) {
    Renewal renewal = renewals.get(order.id());
    ReadDomain.Result now =
        registrar.ask(order.request().account(), new ReadDomain(order.request().domain()));
    boolean sameDates =
        renewal.expiresBefore().equals(now.expiresAt())
            && (now.paidUntil() == null || renewal.paidUntilBefore().equals(now.paidUntil()));
    if (!sameDates) {
      throw new NotToBeSent(notRenewed());
    }
    checkPrice(order, renewal, registrar);
  }

  private static void checkPrice(
      ProvisioningOrder order, Renewal renewal, RegistrarGateway registrar) {
    if (!RenewalCheck.isLimited(order, renewal.priceClass())) {
      return;
    }
    Quote quote = order.purchase().quote();
    if (quote == null || !quote.isCoveredBy(order.request().acceptPrice())) {
      throw new NotToBeSent(notRenewed());
    }
    Money now = RenewalCheck.price(order.request(), renewal.period(), registrar).orElse(null);
    Money paid = order.purchase().price();
    BigDecimal before = paid == null ? BigDecimal.ZERO : paid.amount();
    boolean same =
        now != null
            && now.currency().equals(quote.price().currency())
            && now.amount().add(before).compareTo(quote.price().amount()) == 0;
    if (!same) {
      throw new NotToBeSent(notRenewed());
    }
  }

  StepResult bought(ProvisioningOrder order) {
    Quote quote = order.purchase().quote();
    orders.bought(order.id(), quote == null ? order.purchase().price() : quote.price());
    renewals.bought(order.id());
    return StepResult.done(Map.of());
  }

  StepResult refused(ProvisioningOrder order, Refused refusal) {
    renewals.refused(order.id(), refusal.code());
    orders.refused(order.id(), new Refusal(Set.of(), refusal.words()));
    return notRenewed();
  }

  private static StepResult notRenewed() {
    return StepResult.error(DomainRenewalProcess.ERROR_NOT_RENEWED);
  }
}
