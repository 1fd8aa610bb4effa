package io.domainflow.process.suspension;

import io.domainflow.order.Orders;
import io.domainflow.order.ProvisioningOrder;
import io.domainflow.order.WaitingFor.Code;
import io.domainflow.order.content.SuspensionOrder;
import io.domainflow.order.progress.SuspensionPlan.HoldChange;
import io.domainflow.order.progress.Suspensions;
import io.domainflow.process.task.Decision;
import io.domainflow.process.task.OpenTask;
import io.domainflow.process.task.UserTask;
import io.domainflow.process.task.Waits;
import io.domainflow.process.text.PlainText;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Correct suspension: the registrar has refused it, or a reactivation or cancellation. */
@Component
class CorrectSuspension implements UserTask {

  private final Orders orders;
  private final Suspensions suspensions;

  CorrectSuspension(Orders orders, Suspensions suspensions) {
    this.orders = orders;
    this.suspensions = suspensions;
  }

  @Override
  public String id() {
    return "Task_CorrectSuspension";
  }

  @Override
  public Waits waits(OpenTask task) {
    ProvisioningOrder order = task.order();
    return task.operator(
        Code.REGISTRAR_REFUSED,
        "the "
            + order.content().operation().words()
            + " of "
            + order.content().domain().unicode()
            + " has stopped: the registrar refuses it with «"
            + order.purchase().refusalOrThrow().words()
            + "». Nothing was bought; an operator continues it once it is fixed");
  }

  @Override
  public Map<String, Object> shows(ProvisioningOrder order) {
    return Map.of(
        "wish",
        order.content().operation().words(),
        "problem",
        order.purchase().refusal() == null ? "" : PlainText.of(order.purchase().refusal().words()),
        "renewalMode",
        order.content().as(SuspensionOrder.class).renewalMode().words(),
        "hold",
        hold(suspensions.plan(order.id()).holdChange()));
  }

  private static String hold(@Nullable HoldChange change) {
    if (change == null) {
      return "stays as it is";
    }
    return switch (change) {
      case PUT -> "to be put";
      case LIFT -> "to be taken off";
    };
  }

  @Override
  public void decided(Decision decision) {
    ProvisioningOrder order = decision.order();
    if (decision.is("GIVE_UP")) {
      orders.recordFailure(order.id(), SuspensionFailures.givenUp(order));
    }
    orders.refused(order.id(), null);
  }
}
