package io.domainflow.process.task;

import io.domainflow.order.Failure;
import io.domainflow.order.Failure.Reason;
import io.domainflow.order.OrderPurchases;
import io.domainflow.order.Orders;
import io.domainflow.order.ProvisioningOrder;
import io.domainflow.order.Quote;
import org.springframework.stereotype.Component;

/** Takes the decision on a price that a form showed, the same in each task that asks for one. */
@Component
public class PriceDecision {

  private final Orders orders;
  private final OrderPurchases purchases;

  PriceDecision(Orders orders, OrderPurchases purchases) {
    this.orders = orders;
    this.purchases = purchases;
  }

  /** Accepts the price, or ends the order by {@code REJECT}. */
  public void take(Decision decision) {
    ProvisioningOrder order = decision.order();
    Quote quote = order.purchase().quoteOrThrow();
    if (decision.is("REJECT")) {
      orders.recordFailure(
          order.id(),
          new Failure(
              Reason.PRICE_REJECTED,
              "Somebody decided against "
                  + order.content().domain().unicode()
                  + " for "
                  + quote.price()
                  + (order.purchase().cost() == null
                      ? ". Nothing was bought."
                      : ". What was bought before stays bought, for "
                          + order.purchase().cost()
                          + "."),
              null));
    } else if (!quote.isCoveredBy(order.content().acceptPrice())) {
      purchases.acceptPrice(order.id(), quote.price());
    }
  }
}
