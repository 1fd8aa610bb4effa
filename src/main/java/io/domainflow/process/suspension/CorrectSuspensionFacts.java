package io.domainflow.process.suspension;

import io.domainflow.order.ProvisioningOrder;
import io.domainflow.order.Suspensions;
import io.domainflow.process.PlainText;
import io.domainflow.process.TaskFacts;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Shows what was to be done to a name, and what the registrar has refused of it. */
@Component
class CorrectSuspensionFacts implements TaskFacts {

  private final Suspensions suspensions;

  CorrectSuspensionFacts(Suspensions suspensions) {
    this.suspensions = suspensions;
  }

  @Override
  public String task() {
    return DomainSuspensionProcess.TASK_CORRECT_SUSPENSION;
  }

  @Override
  public Map<String, Object> of(ProvisioningOrder order) {
    return Map.of(
        "wish",
        order.request().operation().words(),
        "problem",
        order.purchase().refusal() == null ? "" : PlainText.of(order.purchase().refusal().words()),
        "renewalMode",
        order.request().renewalMode().name(),
        "hold",
        suspensions.plan(order.id()).holdChange() == null
            ? "stays as it is"
            : switch (suspensions.plan(order.id()).holdChange()) {
              case PUT -> "to be put";
              case LIFT -> "to be taken off";
            });
  }
}
