package io.domainflow.process.changeofregistrant;

import io.domainflow.model.Money;
import io.domainflow.order.ProvisioningOrder;
import io.domainflow.order.RegistrantChanges;
import io.domainflow.process.TaskFacts;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Shows the price of a change that is to be decided on. */
@Component
class TradePriceFacts implements TaskFacts {

  private final RegistrantChanges changes;

  TradePriceFacts(RegistrantChanges changes) {
    this.changes = changes;
  }

  @Override
  public String task() {
    return ChangeOfRegistrantProcess.TASK_APPROVE_TRADE_PRICE;
  }

  @Override
  public Map<String, Object> of(ProvisioningOrder order) {
    Money accepted = order.request().acceptPrice();
    return Map.of(
        "differences",
        ChangeWords.differences(order, changes.get(order.id())),
        "price",
        order.purchase().quote().price().toString(),
        "acceptedPrice",
        accepted == null ? "nothing" : "up to " + accepted);
  }
}
