package io.domainflow.process.release;

import io.domainflow.order.ProvisioningOrder;
import io.domainflow.order.WaitingFor;
import io.domainflow.order.WaitingFor.Code;
import io.domainflow.order.WaitingFor.Who;
import io.domainflow.order.progress.Releases;
import io.domainflow.order.progress.Releases.Release;
import io.domainflow.process.wait.ProcessWait;
import io.domainflow.process.wait.WaitIntervals;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/**
 * The wait for the registry to carry out a release that the registrar has accepted. Settings are
 * those of {@code domainflow.release}.
 *
 * <ul>
 *   <li>first check: at once
 *   <li>further checks: {@code look-every}
 *   <li>until: {@code patience} is over; the order fails then
 * </ul>
 */
@Component
class ReleaseWait implements ProcessWait {

  private final WaitIntervals patience;
  private final Releases releases;
  private final Clock clock;

  ReleaseWait(ReleaseProperties properties, Releases releases, Clock clock) {
    this.patience = properties.patience();
    this.releases = releases;
    this.clock = clock;
  }

  @Override
  public Set<Place> places() {
    return Place.in(DomainReleaseProcess.KEY, "IntermediateEvent_NextLook");
  }

  @Override
  public WaitingFor waitingFor(ProvisioningOrder order, DelegateExecution execution) {
    return new WaitingFor(
        Who.REGISTRAR,
        Code.RELEASE_AT_REGISTRY,
        "the registrar has accepted the release of "
            + order.content().domain().unicode()
            + ", and the registry has not carried it out yet",
        end(order).orElse(null),
        null);
  }

  /** When to check again. */
  Instant nextLookAt() {
    return patience.nextLookAt(clock.instant());
  }

  /** Whether the registry still has time. */
  boolean hasTimeLeft(ProvisioningOrder order) {
    return end(order).filter(clock.instant()::isBefore).isPresent();
  }

  private Optional<Instant> end(ProvisioningOrder order) {
    return releases.find(order.id()).map(Release::requestedAt).map(patience::askAt);
  }
}
