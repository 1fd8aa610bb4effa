package io.domainflow.process.registrantduty;

import io.domainflow.process.task.OpenTask;
import io.domainflow.process.task.UserTask;
import io.domainflow.process.task.Waits;
import org.springframework.stereotype.Component;

/**
 * Settle lost name: the registrant did not do in time what the registry required. The order is
 * completed, and does not wait for it.
 */
@Component
class SettleLostName implements UserTask {

  @Override
  public String id() {
    return "Task_SettleLostName";
  }

  @Override
  public Waits waits(OpenTask task) {
    return Waits.nobody(
        "The registry has taken "
            + task.order().content().domain().unicode()
            + " back; its holder has to hear of it.");
  }

  @Override
  public boolean outlivesItsOrder() {
    return true;
  }
}
