package io.domainflow.process.transfer;

import io.domainflow.order.ProvisioningOrder;
import io.domainflow.process.PlainText;
import io.domainflow.process.TaskFacts;
import io.domainflow.process.TaskRow;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Shows what is in the way of a transfer. Whether there is an auth code shows, never which. */
@Component
class CorrectTransferFacts implements TaskFacts {

  @Override
  public String task() {
    return DomainTransferProcess.TASK_CORRECT_TRANSFER;
  }

  @Override
  public Map<String, Object> of(ProvisioningOrder order) {
    return Map.of(
        "problem",
        order.waitingFor() == null ? "" : PlainText.of(TaskRow.forStaff(order.waitingFor().what())),
        "authCodeGiven",
        order.request().authCode() == null ? "none yet" : "yes",
        "orderedPeriod",
        order.request().period() == null
            ? "by the rules of the zone"
            : order.request().period().toString());
  }
}
