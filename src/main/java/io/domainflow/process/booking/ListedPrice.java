package io.domainflow.process.booking;

import io.domainflow.model.Money;
import io.domainflow.order.Operation;
import io.domainflow.order.OrderRequest;
import io.domainflow.order.ProvisioningOrder;
import io.domainflow.process.additionalfields.FieldsToSend;
import io.domainflow.registrar.PriceClasses;
import io.domainflow.registrar.PriceLists;
import io.domainflow.registrar.PricedOperation;
import io.domainflow.tld.FormOperation;
import org.springframework.stereotype.Component;

/**
 * What the registration or the transfer of a plain name costs by the account's list, to be told as
 * long as it is not booked yet. Nothing is bought by what this says, and nothing waits for it.
 */
@Component
public class ListedPrice {

  private final PriceLists lists;
  private final FieldsToSend fields;

  ListedPrice(PriceLists lists, FieldsToSend fields) {
    this.lists = lists;
    this.fields = fields;
  }

  /** Has the list of the order's account at hand; to be called before something is bought. */
  public void read(ProvisioningOrder order) {
    lists.toShow(order.request().account());
  }

  /**
   * What the list at hand says, without asking for one; null if there is none, if it does not say,
   * or if the order has something that costs extra.
   */
  public Money of(ProvisioningOrder order) {
    OrderRequest request = order.request();
    boolean registers = request.operation() == Operation.REGISTER;
    if (request.privacy()
        || fields.costExtra(request, registers ? FormOperation.REGISTER : FormOperation.TRANSFER)) {
      return null;
    }
    return lists
        .atHand(request.account())
        .flatMap(
            list ->
                list.of(
                    registers ? PricedOperation.REGISTER : PricedOperation.TRANSFER,
                    PriceClasses.ofZone(request.domain()),
                    request.period()))
        .orElse(null);
  }
}
