package io.domainflow.process.transfersetup;

import io.domainflow.order.Orders;
import io.domainflow.order.ProvisioningOrder;
import io.domainflow.order.TransferSetup;
import io.domainflow.order.TransferSetups;
import io.domainflow.process.ProcessOrders;
import io.domainflow.process.TaskWaits;
import java.time.Instant;
import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/**
 * Says that the name is here, but an operator has to look at its setup. A change of registrant that
 * is under way gives the task its own end.
 */
@Component
class FinishTransferSetupListener implements TaskListener {

  private final Orders orders;
  private final TransferSetups setups;
  private final SetupWords words;

  FinishTransferSetupListener(Orders orders, TransferSetups setups, SetupWords words) {
    this.orders = orders;
    this.setups = setups;
    this.words = words;
  }

  @Override
  public void notify(DelegateTask task) {
    ProvisioningOrder order = ProcessOrders.of(task.getProcessInstanceId(), orders);
    TransferSetup setup = setups.get(order.id());
    Instant tradeEnd = words.tradeEnd(setup);
    if (setup.tradePending() && tradeEnd != null) {
      task.setDueDate(Date.from(tradeEnd));
    }
    TaskWaits.operator(orders, task, SetupWords.code(setup), words.what(order, setup));
  }
}
