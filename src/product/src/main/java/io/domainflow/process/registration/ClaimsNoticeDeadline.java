package io.domainflow.process.registration;

import io.domainflow.order.ProvisioningOrder;
import io.domainflow.process.task.TaskDeadline;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;

/** A notice that is no longer valid cannot be accepted. */
@Component
class ClaimsNoticeDeadline implements TaskDeadline {

  @Override
  public Set<String> tasks() {
    return Set.of(DomainRegistrationProcess.TASK_DECIDE_ON_CLAIMS_NOTICE);
  }

  @Override
  public Optional<Instant> of(ProvisioningOrder order, DelegateTask task) {
    return Optional.of(order.purchase().noticeOrThrow().expiresAt());
  }
}
