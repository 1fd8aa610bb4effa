package io.domainflow.process.renewal;

import io.domainflow.order.ProvisioningOrder;
import io.domainflow.process.PlainText;
import io.domainflow.process.TaskFacts;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Shows what the registrar has refused. */
@Component
class CorrectRenewalFacts implements TaskFacts {

  @Override
  public String task() {
    return DomainRenewalProcess.TASK_CORRECT_RENEWAL;
  }

  @Override
  public Map<String, Object> of(ProvisioningOrder order) {
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
}
