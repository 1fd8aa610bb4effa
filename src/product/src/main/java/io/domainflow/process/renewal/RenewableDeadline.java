package io.domainflow.process.renewal;

import io.domainflow.order.ProvisioningOrder;
import io.domainflow.order.progress.Renewal;
import io.domainflow.order.progress.Renewals;
import io.domainflow.process.task.TaskDeadline;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;

/**
 * A name that is not renewed stops working at the end of its period, and is lost when it can no
 * longer be renewed.
 */
@Component
class RenewableDeadline implements TaskDeadline {

  private final Renewals renewals;
  private final Clock clock;

  RenewableDeadline(Renewals renewals, Clock clock) {
    this.renewals = renewals;
    this.clock = clock;
  }

  @Override
  public Set<String> tasks() {
    return Set.of(
        DomainRenewalProcess.TASK_APPROVE_RENEWAL_PRICE, DomainRenewalProcess.TASK_CORRECT_RENEWAL);
  }

  @Override
  public Optional<Instant> of(ProvisioningOrder order, DelegateTask task) {
    return renewals.find(order.id()).flatMap(this::next);
  }

  private Optional<Instant> next(Renewal renewal) {
    Instant now = clock.instant();
    return Stream.of(renewal.expiresBefore(), renewal.renewableUntil())
        .filter(Objects::nonNull)
        .filter(now::isBefore)
        .min(Instant::compareTo);
  }
}
