package io.domainflow.process.task;

import io.domainflow.model.Money;
import io.domainflow.model.Period;
import io.domainflow.order.ProvisioningOrder;
import io.domainflow.order.Quote;
import io.domainflow.order.content.OrderContent;
import io.domainflow.registrar.PriceLists;
import io.domainflow.registrar.PricedOperation;
import io.domainflow.tld.AdditionalField.Trait;
import io.domainflow.tld.TldCatalogue;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The price of an order if it continues from here, for people. No purchase relies on this. */
@Component
class OrderPrice {

  private static final String ORDINARY = "the ordinary price of the account's price list";

  private final PriceLists lists;
  private final TldCatalogue tlds;

  OrderPrice(PriceLists lists, TldCatalogue tlds) {
    this.lists = lists;
    this.tlds = tlds;
  }

  /**
   * Such as «12.00 EUR»; in words where the registrar states no price, or does not answer. Where
   * the name may have a premium price that has not been checked yet, the text says so.
   */
  String of(ProvisioningOrder order) {
    Quote quote = order.purchase().quote();
    if (quote != null) {
      return amount(quote.price());
    }
    OrderContent content = order.content();
    return switch (content.operation()) {
      case DELETE, SUSPEND, UNSUSPEND, CANCEL, UPDATE, REVERT, AUTH_CODE, RELEASE -> "nothing";
      // A person is asked only after the check, which has found no premium price.
      case REGISTER ->
          ofList(content, PricedOperation.REGISTER, registered(content)).orElse(ORDINARY)
              + services(content);
      case TRANSFER -> upTo(content, PricedOperation.TRANSFER, null) + services(content);
      case RENEW -> upTo(content, PricedOperation.RENEW, content.details().period());
      case RESTORE -> upTo(content, PricedOperation.RESTORE, null);
      // Where the registrar states no price, nobody is asked.
      case CHANGE_REGISTRANT ->
          ofList(content, PricedOperation.CHANGE_REGISTRANT, null)
                  .map(
                      price ->
                          price + " by the price list of plain names; for this name it may be more")
                  .orElse("what the registry charges for it, usually nothing")
              + accepted(content);
    };
  }

  /**
   * The list price, or the price that somebody has agreed to: an order that costs more asks first.
   */
  private String upTo(OrderContent content, PricedOperation operation, @Nullable Period period) {
    String price =
        ofList(content, operation, period)
            .map(listed -> listed + " for a plain name")
            .orElse(ORDINARY);
    return content.acceptPrice() == null
        ? price + "; you are asked first if it is more"
        : price + accepted(content);
  }

  private static String accepted(OrderContent content) {
    return content.acceptPrice() == null
        ? ""
        : "; up to " + content.acceptPrice() + " was accepted";
  }

  private String services(OrderContent content) {
    boolean offered =
        tlds.policyOfOrdered(content.domain()).form().stream()
            .flatMap(form -> form.fields().stream())
            .anyMatch(field -> field.has(Trait.CHARGEABLE));
    return offered ? "; more with a service that costs extra" : "";
  }

  private Optional<String> ofList(
      OrderContent content, PricedOperation operation, @Nullable Period period) {
    return lists
        .toShow(content.account())
        .flatMap(list -> list.ofZone(operation, content.domain(), period))
        .map(OrderPrice::amount);
  }

  private Period registered(OrderContent content) {
    return content.details().period() == null
        ? tlds.policyOfOrdered(content.domain()).registrationPeriods().get(0)
        : content.details().period();
  }

  private static String amount(Money price) {
    return price.amount().signum() == 0 ? "nothing" : price.toString();
  }
}
