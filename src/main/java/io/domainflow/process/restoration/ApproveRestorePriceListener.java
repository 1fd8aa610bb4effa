package io.domainflow.process.restoration;

import io.domainflow.order.Orders;
import io.domainflow.order.ProvisioningOrder;
import io.domainflow.order.Quote;
import io.domainflow.order.Restorations;
import io.domainflow.order.WaitingFor.Code;
import io.domainflow.process.ProcessOrders;
import io.domainflow.process.TaskWaits;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** Says what it costs to have the name back, and that somebody has to agree to it. */
@Component
class ApproveRestorePriceListener implements TaskListener {

  private final Orders orders;
  private final Restorations restorations;

  ApproveRestorePriceListener(Orders orders, Restorations restorations) {
    this.orders = orders;
    this.restorations = restorations;
  }

  @Override
  public void notify(DelegateTask task) {
    ProvisioningOrder order = ProcessOrders.of(task.getProcessInstanceId(), orders);
    int years = restorations.get(order.id()).renewedYears();
    TaskWaits.operator(orders, task, Code.PRICE, what(order, years, order.purchase().quote()));
  }

  /**
   * What somebody has to agree to.
   *
   * @param years that are bought after the restore
   */
  static String what(ProvisioningOrder order, int years, Quote quote) {
    return order.request().domain().unicode()
        + " was deleted. To have it back"
        + (years == 0 ? "" : " and renew it by " + years + "Y")
        + " costs "
        + quote.price()
        + ". Nothing is bought before somebody agrees: accept the price with «acceptPrice», or"
        + " an operator decides";
  }
}
