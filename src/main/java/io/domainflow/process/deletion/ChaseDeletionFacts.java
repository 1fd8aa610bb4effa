package io.domainflow.process.deletion;

import io.domainflow.order.Deletions;
import io.domainflow.order.ProvisioningOrder;
import io.domainflow.process.PlainTime;
import io.domainflow.process.TaskFacts;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Shows since when a deletion is awaited. */
@Component
class ChaseDeletionFacts implements TaskFacts {

  private final Deletions deletions;

  ChaseDeletionFacts(Deletions deletions) {
    this.deletions = deletions;
  }

  @Override
  public String task() {
    return DomainDeletionProcess.TASK_CHASE_DELETION;
  }

  @Override
  public Map<String, Object> of(ProvisioningOrder order) {
    return Map.of("requestedAt", PlainTime.of(deletions.get(order.id()).requestedAt()));
  }
}
