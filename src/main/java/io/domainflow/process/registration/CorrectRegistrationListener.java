package io.domainflow.process.registration;

import static java.util.stream.Collectors.joining;

import io.domainflow.order.OrderPart;
import io.domainflow.order.Orders;
import io.domainflow.order.ProvisioningOrder;
import io.domainflow.order.Refusal;
import io.domainflow.order.WaitingFor.Code;
import io.domainflow.process.ProcessOrders;
import io.domainflow.process.TaskWaits;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** Says what the registrar refused, and that it can be corrected. */
@Component
class CorrectRegistrationListener implements TaskListener {

  private final Orders orders;
  private final RefusalMeaning meaning;

  CorrectRegistrationListener(Orders orders, RefusalMeaning meaning) {
    this.orders = orders;
    this.meaning = meaning;
  }

  @Override
  public void notify(DelegateTask task) {
    ProvisioningOrder order = ProcessOrders.of(task.getProcessInstanceId(), orders);
    TaskWaits.operator(
        orders, task, Code.REGISTRAR_REFUSED, what(order.purchase().refusal(), meaning.of(order)));
  }

  /** What was refused, and what to do. */
  static String what(Refusal refusal, String meaning) {
    String members =
        refusal.parts().stream().sorted().map(OrderPart::member).collect(joining(", "));
    return "the registrar refused the registration: "
        + meaning
        + " Its words: «"
        + refusal.words()
        + "». Nothing was bought. Give corrected values"
        + (members.isEmpty() ? "" : " of " + members)
        + " as input, or an operator corrects them";
  }
}
