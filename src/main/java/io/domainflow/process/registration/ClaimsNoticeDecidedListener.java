package io.domainflow.process.registration;

import io.domainflow.order.ClaimsAcceptance;
import io.domainflow.order.ClaimsNotice;
import io.domainflow.order.Failure;
import io.domainflow.order.Failure.Reason;
import io.domainflow.order.Orders;
import io.domainflow.order.ProvisioningOrder;
import io.domainflow.process.OrderVariables;
import io.domainflow.process.ProcessOrders;
import java.time.Clock;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.stereotype.Component;

/**
 * Records what was decided on the trademark notice that the form showed. An acceptance that comes
 * after the notice has expired is worth nothing: the name is looked up next, and the new notice is
 * asked about.
 */
@Component
class ClaimsNoticeDecidedListener implements ExecutionListener {

  private final Orders orders;
  private final Clock clock;

  ClaimsNoticeDecidedListener(Orders orders, Clock clock) {
    this.orders = orders;
    this.clock = clock;
  }

  @Override
  public void notify(DelegateExecution execution) {
    if (execution.isCanceled()) {
      return;
    }
    ProvisioningOrder order = ProcessOrders.of(execution.getProcessInstanceId(), orders);
    ClaimsNotice notice = order.purchase().notice();
    if ("REJECT".equals(execution.getVariable(OrderVariables.DECISION))) {
      orders.recordFailure(
          order.id(),
          new Failure(
              Reason.NOTICE_REJECTED,
              "Somebody decided against "
                  + order.request().domain().unicode()
                  + " because of the trademark notice. Nothing was bought.",
              null));
    } else if (!notice.isAcceptedBy(order.request().claimsAcceptance(), clock.instant())) {
      orders.acceptNotice(order.id(), new ClaimsAcceptance(notice.noticeId(), clock.instant()));
    }
  }
}
