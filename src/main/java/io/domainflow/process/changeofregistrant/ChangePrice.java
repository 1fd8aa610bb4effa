package io.domainflow.process.changeofregistrant;

import io.domainflow.model.DomainName;
import io.domainflow.order.ProvisioningOrder;
import io.domainflow.order.Quote;
import io.domainflow.registrar.Reader;
import io.domainflow.registrar.command.ReadAccount;
import org.jspecify.annotations.Nullable;

/** What a change of registrant costs. */
final class ChangePrice {

  private ChangePrice() {}

  /**
   * What the registrar says of the price.
   *
   * @param quote null if it states none
   * @param unreadable what it states instead of a price, which nobody can agree to; null for
   *     nothing of the kind
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
   * @param priceClass of the name; null for that of its zone
   */
  static Stated ask(DomainName domain, @Nullable String priceClass, Reader registrar) {
    String ofName = priceClass == null ? registrar.priceClassOf(domain) : priceClass;
    ReadAccount.Result prices = registrar.ask(new ReadAccount());
    return new Stated(
        prices.tradePrice(ofName).map(price -> new Quote(ofName, price, null)).orElse(null),
        prices.unreadableTradePrice(ofName).orElse(null));
  }

  /** Whether nothing is charged. */
  static boolean isFree(@Nullable Quote quote) {
    return quote != null && quote.price().amount().signum() == 0;
  }

  /** Whether somebody has to agree to it. */
  static boolean isToApprove(ProvisioningOrder order, @Nullable Quote quote) {
    return quote != null && !isFree(quote) && !quote.isCoveredBy(order.request().acceptPrice());
  }

  static boolean isSame(@Nullable Quote agreed, @Nullable Quote now) {
    if (agreed == null || now == null) {
      return agreed == null && now == null;
    }
    return agreed.hasPriceOf(now);
  }
}
