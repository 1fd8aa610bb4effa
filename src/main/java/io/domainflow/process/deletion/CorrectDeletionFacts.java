package io.domainflow.process.deletion;

import io.domainflow.order.ProvisioningOrder;
import io.domainflow.process.PlainText;
import io.domainflow.process.TaskFacts;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;

/** Shows what is in the way of a deletion. */
@Component
class CorrectDeletionFacts implements TaskFacts {

  @Override
  public String task() {
    return DomainDeletionProcess.TASK_CORRECT_DELETION;
  }

  @Override
  public Map<String, Object> of(ProvisioningOrder order) {
    return Map.of(
        "problem",
        StringUtils.capitalize(PlainText.of(CorrectDeletionListener.problem(order))) + ".");
  }
}
