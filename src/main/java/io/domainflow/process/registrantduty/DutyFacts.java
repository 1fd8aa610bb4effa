package io.domainflow.process.registrantduty;

import io.domainflow.order.Outcome;
import io.domainflow.order.ProvisioningOrder;
import io.domainflow.process.PlainText;
import io.domainflow.process.TaskFacts;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Shows what a registrant still has to do, as the order said when it was completed. */
@Component
class DutyFacts implements TaskFacts {

  @Override
  public String task() {
    return RegistrantDutyProcess.TASK_REMIND_REGISTRANT;
  }

  @Override
  public Map<String, Object> of(ProvisioningOrder order) {
    return Map.of(
        "duty",
        Optional.ofNullable(order.outcome())
            .map(Outcome::remark)
            .map(PlainText::of)
            .orElse("not stated"));
  }
}
