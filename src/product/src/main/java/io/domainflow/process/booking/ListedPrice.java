package io.domainflow.process.booking;

import io.domainflow.model.Money;
import io.domainflow.model.Period;
import io.domainflow.order.ProvisioningOrder;
import io.domainflow.order.content.OrderContent;
import io.domainflow.order.content.RegistrationOrder;
import io.domainflow.order.progress.Transfer;
import io.domainflow.process.additionalfields.FieldsToSend;
import io.domainflow.registrar.PriceLists;
import io.domainflow.registrar.PricedOperation;
import io.domainflow.tld.FormOperation;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The price of a registration or transfer of a non-premium name according to the account's price
 * list, shown until the booking is known. No purchase relies on this.
 */
@Component
public class ListedPrice {

  private static final Period ONE_YEAR = new Period(1);

  private final PriceLists lists;
  private final FieldsToSend fields;

  ListedPrice(PriceLists lists, FieldsToSend fields) {
    this.lists = lists;
    this.fields = fields;
  }

  /**
   * Reads the price list of the order's account, before something is bought. Waits two seconds for
   * it at most, and continues without.
   */
  public void read(ProvisioningOrder order) {
    lists.toShow(order.content().account());
  }

  /**
   * The list price of a registration. Null if there is no list, if it does not state the price, or
   * if the order has something that costs extra.
   */
  public @Nullable Money ofRegistration(ProvisioningOrder order) {
    OrderContent content = order.content();
    RegistrationOrder ordered = content.as(RegistrationOrder.class);
    return ordered.privacy() || fields.costExtra(content, FormOperation.REGISTER)
        ? null
        : listed(content, PricedOperation.REGISTER, ordered.period());
  }

  /**
   * The list price of a transfer. For a transfer from another account at the registrar, or with a
   * period other than a year, the list does not give the price: it may cost nothing.
   */
  public @Nullable Money ofTransfer(ProvisioningOrder order, Transfer transfer) {
    OrderContent content = order.content();
    return transfer.kind() == Transfer.Kind.USERTRANSFER
            || !ONE_YEAR.equals(transfer.period())
            || fields.costExtra(content, FormOperation.TRANSFER)
        ? null
        : listed(content, PricedOperation.TRANSFER, null);
  }

  private @Nullable Money listed(
      OrderContent order, PricedOperation operation, @Nullable Period period) {
    return lists
        .atHand(order.account())
        .flatMap(list -> list.ofZone(operation, order.domain(), period))
        .orElse(null);
  }
}
