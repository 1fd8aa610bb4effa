package io.domainflow.process.changeofregistrant;

import io.domainflow.model.Money;
import io.domainflow.order.ProvisioningOrder;
import io.domainflow.process.TaskFacts;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Shows the price of a change that is to be decided on. */
@Component
class TradePriceFacts implements TaskFacts {

  @Override
  public String task() {
    return ChangeOfRegistrantProcess.TASK_APPROVE_TRADE_PRICE;
  }

  @Override
  public Map<String, Object> of(ProvisioningOrder order) {
    Money accepted = order.request().acceptPrice();
    return Map.of(
        "price",
        order.purchase().quote().price().toString(),
        "acceptedPrice",
        accepted == null ? "nothing yet" : "up to " + accepted);
  }
}
