package io.domainflow.process.registrantduty;

import io.domainflow.order.Outcome;
import io.domainflow.order.ProvisioningOrder;
import io.domainflow.process.task.OpenTask;
import io.domainflow.process.task.UserTask;
import io.domainflow.process.task.Waits;
import io.domainflow.process.text.PlainText;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Remind registrant: something still has to be done for a name that is registered. The order is
 * completed, and does not wait for it.
 */
@Component
class RemindRegistrant implements UserTask {

  @Override
  public String id() {
    return "Task_RemindRegistrant";
  }

  @Override
  public Waits waits(OpenTask task) {
    return Waits.nobody(
        "The registrant of "
            + task.order().content().domain().unicode()
            + " still has to do something for the registry.");
  }

  /** The text of the order when it was completed. */
  @Override
  public Map<String, Object> shows(ProvisioningOrder order) {
    return Map.of(
        "duty",
        Optional.ofNullable(order.outcome())
            .map(Outcome::remark)
            .map(PlainText::of)
            .orElse("The registrant still has to do something for the registry."));
  }

  @Override
  public boolean outlivesItsOrder() {
    return true;
  }
}
