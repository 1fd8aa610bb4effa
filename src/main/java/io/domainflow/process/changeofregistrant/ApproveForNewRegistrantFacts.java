package io.domainflow.process.changeofregistrant;

import io.domainflow.consent.Side;
import io.domainflow.order.ProvisioningOrder;
import io.domainflow.process.TaskFacts;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Shows what the agent is to confirm for the new registrant. */
@Component
class ApproveForNewRegistrantFacts implements TaskFacts {

  private final ApprovalFacts facts;

  ApproveForNewRegistrantFacts(ApprovalFacts facts) {
    this.facts = facts;
  }

  @Override
  public String task() {
    return ChangeOfRegistrantProcess.TASK_APPROVE_FOR_NEW_REGISTRANT;
  }

  @Override
  public Map<String, Object> of(ProvisioningOrder order) {
    return facts.of(order, Side.NEW);
  }
}
