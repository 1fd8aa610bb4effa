package io.domainflow.process.renewal;

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

/** Correct renewal: the registrar refuses it, and somebody has to correct it. */
@Component
class CorrectRenewal implements UserTask {

  private final Orders orders;

  CorrectRenewal(Orders orders) {
    this.orders = orders;
  }

  @Override
  public String id() {
    return DomainRenewalProcess.TASK_CORRECT_RENEWAL;
  }

  @Override
  public Waits waits(OpenTask task) {
    ProvisioningOrder order = task.order();
    return task.operator(
        Code.REGISTRAR_REFUSED, what(order, order.purchase().refusalOrThrow().words()));
  }

  /** Why the name is not renewed, and what to do. */
  static String what(ProvisioningOrder order, String words) {
    return order.content().domain().unicode()
        + " is not renewed: "
        + words
        + ". The renewal was not bought. Have it fixed and give an input without members"
        + CallerInstructions.orAnOperator("decides");
  }

  @Override
  public Map<String, Object> shows(ProvisioningOrder order) {
    return Map.of(
        "problem",
        order.purchase().refusal() == null ? "" : PlainText.of(order.purchase().refusal().words()),
        "believedExpiry",
        RenewalWords.believed(order),
        "ordered",
        RenewalWords.ordered(order),
        "paid",
        RenewalWords.paid(order));
  }

  @Override
  public void decided(Decision decision) {
    ProvisioningOrder order = decision.order();
    if (decision.is("GIVE_UP")) {
      orders.recordFailure(
          order.id(),
          RenewalFailures.givenUp(
              order, "What was in the way: " + order.purchase().refusalOrThrow().words() + "."));
    }
    orders.refused(order.id(), null);
  }
}
