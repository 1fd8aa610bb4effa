package io.domainflow.process.renewal;

import io.domainflow.order.ProvisioningOrder;
import io.domainflow.order.WaitingFor;
import io.domainflow.order.WaitingFor.Code;
import io.domainflow.order.WaitingFor.Who;
import io.domainflow.order.progress.Renewal;
import io.domainflow.order.progress.Renewals;
import io.domainflow.process.wait.ProcessWait;
import io.domainflow.process.wait.WaitIntervals;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/**
 * The wait for the registrar to show a renewal that it has confirmed and charged. Settings are
 * those of {@code domainflow.renewal}.
 *
 * <ul>
 *   <li>first check: at once
 *   <li>further checks: {@code look-every}
 *   <li>an operator is asked: after {@code patience}, and as long after each «Keep waiting», in
 *       {@link ChaseRenewal}
 *   <li>until: the operator is asked
 * </ul>
 */
@Component
class RenewalWait implements ProcessWait {

  private final WaitIntervals patience;
  private final Renewals renewals;
  private final Clock clock;

  RenewalWait(RenewalProperties properties, Renewals renewals, Clock clock) {
    this.patience = properties.patience();
    this.renewals = renewals;
    this.clock = clock;
  }

  @Override
  public Set<Place> places() {
    return Place.in(DomainRenewalProcess.KEY, "IntermediateEvent_NextLook");
  }

  @Override
  public WaitingFor waitingFor(ProvisioningOrder order, DelegateExecution execution) {
    return new WaitingFor(
        Who.REGISTRAR,
        Code.RENEWAL_AT_REGISTRY,
        "the registrar has confirmed the renewal of "
            + order.content().domain().unicode()
            + ", which is paid for, and does not show the later date yet",
        overdueAt(renewals.get(order.id())),
        null);
  }

  /** When to check again. */
  Instant nextLookAt() {
    return patience.nextLookAt(clock.instant());
  }

  /** When an operator is asked. */
  Instant overdueAt(Renewal renewal) {
    return patience.askAt(
        Objects.requireNonNull(renewal.waitedForSince(), "what was bought is waited for"));
  }
}
