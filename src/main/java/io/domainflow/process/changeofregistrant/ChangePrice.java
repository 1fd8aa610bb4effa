package io.domainflow.process.changeofregistrant;

import io.domainflow.ispapi.command.StatusUser;
import io.domainflow.order.ProvisioningOrder;
import io.domainflow.order.Quote;
import io.domainflow.registrar.PriceClasses;
import io.domainflow.registrar.RegistrarGateway;
import java.util.Optional;

/** What a change of registrant costs. */
final class ChangePrice {

  private ChangePrice() {}

  /**
   * The registrar's price.
   *
   * @param priceClass of the name; null for that of its zone
   * @return empty if the registrar states none
   */
  static Optional<Quote> quote(
      ProvisioningOrder order, String priceClass, RegistrarGateway registrar) {
    String ofName = priceClass == null ? PriceClasses.ofZone(order.request().domain()) : priceClass;
    return registrar
        .ask(order.request().account(), new StatusUser())
        .tradePrice(ofName)
        .map(price -> new Quote(ofName, price, null));
  }

  /** Whether nothing is charged. */
  static boolean isFree(Quote quote) {
    return quote != null && quote.price().amount().signum() == 0;
  }

  /** Whether somebody has to agree to it. */
  static boolean isToApprove(ProvisioningOrder order, Quote quote) {
    return quote != null && !isFree(quote) && !quote.isCoveredBy(order.request().acceptPrice());
  }

  static boolean isSame(Quote agreed, Quote now) {
    if (agreed == null || now == null) {
      return agreed == null && now == null;
    }
    return agreed.hasPriceOf(now);
  }
}
