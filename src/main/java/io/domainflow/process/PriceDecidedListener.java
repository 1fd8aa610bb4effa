package io.domainflow.process;

import io.domainflow.order.Failure;
import io.domainflow.order.Failure.Reason;
import io.domainflow.order.Orders;
import io.domainflow.order.ProvisioningOrder;
import io.domainflow.order.Quote;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.stereotype.Component;

/** Records what was decided on the price that the form showed. */
@Component
class PriceDecidedListener implements ExecutionListener {

  private final Orders orders;

  PriceDecidedListener(Orders orders) {
    this.orders = orders;
  }

  @Override
  public void notify(DelegateExecution execution) {
    if (execution.isCanceled()) {
      return;
    }
    ProvisioningOrder order = ProcessOrders.of(execution.getProcessInstanceId(), orders);
    Quote quote = order.purchase().quote();
    if ("REJECT".equals(execution.getVariable(OrderVariables.DECISION))) {
      orders.recordFailure(
          order.id(),
          new Failure(
              Reason.PRICE_REJECTED,
              "Somebody decided against "
                  + order.request().domain().unicode()
                  + " for "
                  + quote.price()
                  + (order.purchase().cost() == null
                      ? ". Nothing was bought."
                      : ". What was bought before stays bought, for "
                          + order.purchase().cost()
                          + "."),
              null));
    } else if (!quote.isCoveredBy(order.request().acceptPrice())) {
      orders.acceptPrice(order.id(), quote.price());
    }
  }
}
