package io.domainflow.order;

import io.domainflow.model.Money;
import io.domainflow.order.content.Operation;
import io.domainflow.order.content.OrderContent;
import org.jspecify.annotations.Nullable;

/**
 * The cost of an order at the registrar, as shown to callers and in webhooks.
 *
 * @param amount decimal number, without VAT
 * @param currency ISO 4217
 * @param what what was paid for, as text for people
 * @param booked whether the registrar has booked this amount; before that it is the price that the
 *     registrar stated
 */
public record Cost(String amount, String currency, String what, boolean booked) {

  /** The cost of an order; null if there is none, or it is not known yet. */
  public static @Nullable Cost of(ProvisioningOrder order) {
    Money money = order.purchase().cost();
    return money == null || order.charged() == Charged.NO
        ? null
        : new Cost(
            money.amount().toPlainString(),
            money.currency().getCurrencyCode(),
            what(order),
            order.purchase().booked() != null);
  }

  private static String what(ProvisioningOrder order) {
    OrderContent content = order.content();
    return isOfRestoreOnly(order)
        ? Operation.RESTORE.words() + " of " + content.domain().unicode()
        : ordered(content);
  }

  // A renewal that had to restore the name first is quoted including the years to buy afterwards.
  private static boolean isOfRestoreOnly(ProvisioningOrder order) {
    Money paid = order.purchase().price();
    Quote quote = order.purchase().quote();
    return order.content().operation() == Operation.RENEW
        && paid != null
        && quote != null
        && paid.amount().compareTo(quote.price().amount()) < 0;
  }

  private static String ordered(OrderContent content) {
    return content.operation().words()
        + " of "
        + content.domain().unicode()
        + (content.details().period() == null ? "" : " for " + content.details().period());
  }
}
