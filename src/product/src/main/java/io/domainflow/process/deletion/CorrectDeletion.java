package io.domainflow.process.deletion;

import io.domainflow.order.Orders;
import io.domainflow.order.ProvisioningOrder;
import io.domainflow.order.WaitingFor.Code;
import io.domainflow.process.task.Decision;
import io.domainflow.process.task.OpenTask;
import io.domainflow.process.task.UserTask;
import io.domainflow.process.task.Waits;
import io.domainflow.process.text.CallerInstructions;
import io.domainflow.process.text.PlainText;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;

/** Correct deletion: a transfer of the name prevents it, or the registrar refuses. */
@Component
class CorrectDeletion implements UserTask {

  private final Orders orders;

  CorrectDeletion(Orders orders) {
    this.orders = orders;
  }

  @Override
  public String id() {
    return "Task_CorrectDeletion";
  }

  @Override
  public Waits waits(OpenTask task) {
    return task.operator(
        task.order().purchase().refusal() == null ? Code.TRANSFER_PENDING : Code.REGISTRAR_REFUSED,
        what(task.order()));
  }

  /** What prevents it, and what to do. */
  static String what(ProvisioningOrder order) {
    return order.content().domain().unicode()
        + " cannot be deleted yet: "
        + problem(order)
        + ". Nothing was changed. Once it is fixed, give «confirmDomain» as input"
        + CallerInstructions.orAnOperator("decides");
  }

  static String problem(ProvisioningOrder order) {
    return order.purchase().refusal() == null
        ? "a transfer of the name is under way"
        : "the registrar refuses it: «" + order.purchase().refusal().words() + "»";
  }

  @Override
  public Map<String, Object> shows(ProvisioningOrder order) {
    return Map.of("problem", StringUtils.capitalize(PlainText.of(problem(order))) + ".");
  }

  @Override
  public void decided(Decision decision) {
    ProvisioningOrder order = decision.order();
    if (decision.is("GIVE_UP")) {
      orders.recordFailure(order.id(), DeletionFailures.givenUp(order));
    }
    orders.refused(order.id(), null);
  }
}
