package io.domainflow.process.renewal;

import io.domainflow.model.Money;
import io.domainflow.order.OrderPurchases;
import io.domainflow.order.Orders;
import io.domainflow.order.ProvisioningOrder;
import io.domainflow.order.Quote;
import io.domainflow.order.Refusal;
import io.domainflow.order.progress.Renewal;
import io.domainflow.order.progress.Renewals;
import io.domainflow.process.worker.StepResult;
import io.domainflow.process.worker.Worker;
import io.domainflow.registrar.Bookings;
import io.domainflow.registrar.Reader;
import io.domainflow.registrar.RefusalReason;
import io.domainflow.registrar.RegistrarFailure.Refused;
import io.domainflow.registrar.RegistrarGateway;
import io.domainflow.registrar.command.ReadDomain;
import io.domainflow.registrar.command.RenewDomain;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Buys the further period, at most once. If a registry turns out not to accept renewal commands,
 * nothing was bought: the name is checked again, and its renewal is paid in advance.
 *
 * <ul>
 *   <li>{@code Err_NotRenewed}: the registrar refuses, or the date or price has changed; nothing
 *       was bought
 * </ul>
 */
@Component
class RenewDomainWorker implements Worker.Changing<RenewDomain.Result> {

  private final Orders orders;
  private final OrderPurchases purchases;
  private final Renewals renewals;
  private final Bookings bookings;

  RenewDomainWorker(Orders orders, OrderPurchases purchases, Renewals renewals, Bookings bookings) {
    this.orders = orders;
    this.purchases = purchases;
    this.renewals = renewals;
    this.bookings = bookings;
  }

  @Override
  public RenewDomain prepare(ProvisioningOrder order) {
    Renewal renewal = renewals.get(order.id());
    return new RenewDomain(
        order.content().domain(),
        renewal.period(),
        renewal.expiresBefore(),
        renewal.paidUntilBefore(),
        renewal.priceClass(),
        renewal.onCommand());
  }

  /** The effect of a command with a stale date is not documented anywhere. */
  @Override
  public void lookBeforeSending(ProvisioningOrder order, RegistrarGateway registrar) {
    Renewal renewal = renewals.get(order.id());
    Reader reader = registrar.reader(order.content().account());
    ReadDomain.Result now = reader.ask(new ReadDomain(order.content().domain()));
    boolean sameDates =
        renewal.expiresBefore().equals(now.expiresAt())
            && (now.paidUntil() == null || renewal.paidUntilBefore().equals(now.paidUntil()));
    if (!sameDates) {
      throw new NotToBeSent(notRenewed());
    }
    checkPrice(order, renewal, reader);
  }

  private static void checkPrice(ProvisioningOrder order, Renewal renewal, Reader registrar) {
    if (!RenewalCheck.isLimited(order, renewal.priceClass())) {
      return;
    }
    Quote quote = order.purchase().quote();
    if (quote == null || !quote.isCoveredBy(order.content().acceptPrice())) {
      throw new NotToBeSent(notRenewed());
    }
    Money now = RenewalCheck.price(order.content(), renewal.period(), registrar).orElse(null);
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

  @Override
  public StepResult conclude(ProvisioningOrder order, RenewDomain.Result renewed) {
    Quote quote = order.purchase().quote();
    Money before = order.purchase().price();
    Money price = quote == null ? before : quote.price();
    if (renewed.chargedAt() == null) {
      purchases.bought(order.id(), price);
    } else {
      purchases.toBeCharged(order.id(), price, before != null);
      bookings.chargedLater(order.id(), RenewDomain.class, renewed.chargedAt());
      // The renewal is ordered and will be charged: ending the order now would not undo that.
      orders.awaitsRegistry(order.id(), true);
    }
    renewals.bought(order.id());
    return StepResult.done(Map.of());
  }

  @Override
  public StepResult refused(ProvisioningOrder order, Refused refusal) {
    renewals.refused(order.id(), refusal.code());
    // Nobody has to correct that: the check that follows plans the other way.
    if (!refusal.isFor(RefusalReason.NOT_OFFERED) || !renewals.get(order.id()).onCommand()) {
      orders.refused(order.id(), new Refusal(Set.of(), refusal.words()));
    }
    return notRenewed();
  }

  private static StepResult notRenewed() {
    return StepResult.error(DomainRenewalProcess.ERROR_NOT_RENEWED);
  }
}
