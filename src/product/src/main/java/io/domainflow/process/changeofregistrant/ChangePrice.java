package io.domainflow.process.changeofregistrant;

import io.domainflow.model.DomainName;
import io.domainflow.order.ProvisioningOrder;
import io.domainflow.order.Quote;
import io.domainflow.registrar.Reader;
import io.domainflow.registrar.command.ReadAccount;
import org.jspecify.annotations.Nullable;

/** Finds the price of a change of registrant. */
final class ChangePrice {

  private ChangePrice() {}

  /**
   * The registrar's statement of the price.
   *
   * @param quote null if it states none
   * @param unreadable what it states instead of a price, which nobody can agree to; null if it does
   *     not
   */
  record Stated(@Nullable Quote quote, @Nullable String unreadable) {

    /** Why nothing is sent at such a price, for people. */
    String refusal() {
      return "The registrar states an unreadable price for the change (" + unreadable + ").";
    }
  }

  /**
   * Asks for the registrar's price.
   *
   * @param priceClass price class of the name; null for its zone's
   */
  static Stated ask(DomainName domain, @Nullable String priceClass, Reader registrar) {
    String ofName = priceClass == null ? registrar.priceClassOf(domain) : priceClass;
    ReadAccount.Result prices = registrar.ask(new ReadAccount());
    return new Stated(
        prices.tradePrice(ofName).map(price -> new Quote(ofName, price, null)).orElse(null),
        prices.unreadableTradePrice(ofName).orElse(null));
  }

  /** Whether the change is free. */
  static boolean isFree(@Nullable Quote quote) {
    return quote != null && quote.price().amount().signum() == 0;
  }

  /** Whether somebody has to agree to the price. */
  static boolean isToApprove(ProvisioningOrder order, @Nullable Quote quote) {
    return quote != null && !isFree(quote) && !quote.isCoveredBy(order.content().acceptPrice());
  }

  static boolean isSame(@Nullable Quote agreed, @Nullable Quote now) {
    if (agreed == null || now == null) {
      return agreed == null && now == null;
    }
    return agreed.hasPriceOf(now);
  }
}
