package io.domainflow.process.changeofregistrant;

import io.domainflow.order.ProvisioningOrder;
import io.domainflow.order.progress.RegistrantChanges;
import io.domainflow.process.paperwork.PaperWait;
import io.domainflow.process.task.TaskDeadline;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;

/**
 * The deadline of a running change, which lapses at the registrar after the last day on which it
 * can be confirmed; a change that waits for a signed form does not lapse.
 */
@Component
class ConfirmationDeadline implements TaskDeadline {

  private final RegistrantChanges changes;

  ConfirmationDeadline(RegistrantChanges changes) {
    this.changes = changes;
  }

  @Override
  public Set<String> tasks() {
    return Set.of(
        RegistrantConsentProcess.TASK_APPROVE_FOR_NEW_REGISTRANT,
        RegistrantConsentProcess.TASK_APPROVE_FOR_PRIOR_REGISTRANT,
        ChangeOfRegistrantProcess.TASK_CHASE_CONFIRMATION);
  }

  @Override
  public Optional<Instant> of(ProvisioningOrder order, DelegateTask task) {
    // A form may arrive late: the operator who is asked then has time to decide.
    return Boolean.TRUE.equals(PaperWait.FORM_TO_SEND.of(task))
        ? Optional.empty()
        : Optional.ofNullable(changes.get(order.id()).course().confirmBy());
  }
}
