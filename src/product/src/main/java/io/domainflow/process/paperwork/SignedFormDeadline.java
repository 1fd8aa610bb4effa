package io.domainflow.process.paperwork;

import io.domainflow.order.ProvisioningOrder;
import io.domainflow.process.task.TaskDeadline;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;

/** The registry must receive a signed form by a certain day. */
@Component
class SignedFormDeadline implements TaskDeadline {

  @Override
  public Set<String> tasks() {
    return Set.of(PaperWait.TASK);
  }

  @Override
  public Optional<Instant> of(ProvisioningOrder order, DelegateTask task) {
    return Optional.ofNullable(PaperWait.FORM_DUE_AT.of(task));
  }
}
