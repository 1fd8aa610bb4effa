package io.domainflow.order;

import io.domainflow.model.Money;
import io.domainflow.order.wanted.OrderRequest;
import org.jspecify.annotations.Nullable;

/**
 * What an order has cost at the registrar, as callers and the receivers of webhooks see it.
 *
 * @param amount decimal number, without VAT
 * @param currency ISO 4217
 * @param what what it was paid for, for people
 * @param booked whether the registrar has booked it so; until that shows on its account, it is the
 *     price that it had stated before
 */
public record Cost(String amount, String currency, String what, boolean booked) {

  /** What an order has cost; null if that is nothing, or not known yet. */
  public static @Nullable Cost of(ProvisioningOrder order) {
    Money money = order.purchase().cost();
    return money == null || order.charged() == Charged.NO
        ? null
        : new Cost(
            money.amount().toPlainString(),
            money.currency().getCurrencyCode(),
            what(order.request()),
            order.purchase().booked() != null);
  }

  private static String what(OrderRequest request) {
    return request.operation().words()
        + " of "
        + request.domain().unicode()
        + (request.wanted().period() == null ? "" : " for " + request.wanted().period());
  }
}
