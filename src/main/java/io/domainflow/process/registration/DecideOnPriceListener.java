package io.domainflow.process.registration;

import io.domainflow.order.Orders;
import io.domainflow.order.ProvisioningOrder;
import io.domainflow.order.Quote;
import io.domainflow.order.WaitingFor.Code;
import io.domainflow.process.ProcessOrders;
import io.domainflow.process.TaskWaits;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** Says that the name has a price of its own that somebody has to agree to. */
@Component
class DecideOnPriceListener implements TaskListener {

  private final Orders orders;

  DecideOnPriceListener(Orders orders) {
    this.orders = orders;
  }

  @Override
  public void notify(DelegateTask task) {
    ProvisioningOrder order = ProcessOrders.of(task.getProcessInstanceId(), orders);
    TaskWaits.operator(orders, task, Code.PRICE, what(order));
  }

  /** What somebody has to agree to. */
  static String what(ProvisioningOrder order) {
    Quote quote = order.purchase().quote();
    return order.request().domain().unicode()
        + " is a premium name: "
        + quote.price()
        + " for the first year"
        + (quote.renewalPrice() == null
            ? ""
            : ", " + quote.renewalPrice() + " for each further one")
        + ". Nothing is bought before somebody agrees: accept the price with «acceptPrice», or"
        + " an operator decides";
  }
}
