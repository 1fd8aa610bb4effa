package io.domainflow.process;

import io.domainflow.model.Money;
import io.domainflow.model.Period;
import io.domainflow.order.OrderRequest;
import io.domainflow.order.ProvisioningOrder;
import io.domainflow.order.Quote;
import io.domainflow.registrar.PriceClasses;
import io.domainflow.registrar.PriceList;
import io.domainflow.registrar.PriceLists;
import io.domainflow.tld.TldCatalogue;
import java.math.BigDecimal;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What an order costs if it goes on from here, for people. Nothing is bought by what this says. */
@Component
class OrderPrice {

  private final PriceLists lists;
  private final TldCatalogue tlds;

  OrderPrice(PriceLists lists, TldCatalogue tlds) {
    this.lists = lists;
    this.tlds = tlds;
  }

  /** Such as «12.00 EUR»; in words where the registrar states no price, or does not answer. */
  String of(ProvisioningOrder order) {
    Quote quote = order.purchase().quote();
    if (quote != null) {
      return amount(quote.price());
    }
    return switch (order.request().operation()) {
      case DELETE, SUSPEND, UNSUSPEND, CANCEL -> "nothing";
      case REGISTER, TRANSFER, RENEW, RESTORE ->
          ordinary(order.request())
              .map(OrderPrice::amount)
              .orElse("the ordinary price of the account's price list");
      case CHANGE_REGISTRANT ->
          ordinary(order.request())
              .map(OrderPrice::amount)
              .orElse("what the registry asks for it, with most nothing");
    };
  }

  private Optional<Money> ordinary(OrderRequest request) {
    String priceClass = PriceClasses.ofZone(request.domain());
    return lists
        .toShow(request.account())
        .flatMap(
            list ->
                switch (request.operation()) {
                  case REGISTER -> list.registration(priceClass, registered(request));
                  case TRANSFER -> list.transfer(priceClass);
                  case RENEW -> renewal(list, priceClass, request.period());
                  case RESTORE -> list.restore(priceClass);
                  case CHANGE_REGISTRANT -> list.trade(priceClass);
                  case DELETE, SUSPEND, UNSUSPEND, CANCEL -> Optional.empty();
                });
  }

  private Period registered(OrderRequest request) {
    return request.period() == null
        ? tlds.policyOfOrdered(request.domain()).registrationPeriods().get(0)
        : request.period();
  }

  private static Optional<Money> renewal(PriceList list, String priceClass, Period period) {
    return list.renewal(priceClass)
        .map(
            year ->
                new Money(
                    year.amount().multiply(BigDecimal.valueOf(period.years())), year.currency()));
  }

  private static String amount(Money price) {
    return price.amount().signum() == 0 ? "nothing" : price.toString();
  }
}
