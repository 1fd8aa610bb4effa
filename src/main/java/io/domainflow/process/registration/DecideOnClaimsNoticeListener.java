package io.domainflow.process.registration;

import io.domainflow.order.ClaimsNotice;
import io.domainflow.order.Orders;
import io.domainflow.order.ProvisioningOrder;
import io.domainflow.order.WaitingFor.Code;
import io.domainflow.process.ProcessOrders;
import io.domainflow.process.TaskWaits;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** Says that somebody has to accept the trademark notice that stands against the name. */
@Component
class DecideOnClaimsNoticeListener implements TaskListener {

  private final Orders orders;

  DecideOnClaimsNoticeListener(Orders orders) {
    this.orders = orders;
  }

  @Override
  public void notify(DelegateTask task) {
    ProvisioningOrder order = ProcessOrders.of(task.getProcessInstanceId(), orders);
    TaskWaits.operator(orders, task, Code.CLAIMS_NOTICE, what(order));
  }

  /** What the customer has to read and accept. */
  static String what(ProvisioningOrder order) {
    ClaimsNotice notice = order.purchase().notice();
    return order.request().domain().unicode()
        + " matches a registered trademark. The customer has to read notice "
        + notice.noticeId()
        + ", valid until "
        + notice.expiresAt()
        + ", and accept it with «claimsAcceptance», or an operator does so on the customer's"
        + " word. Nothing was bought";
  }
}
