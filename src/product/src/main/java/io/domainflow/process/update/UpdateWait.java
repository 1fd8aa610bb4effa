package io.domainflow.process.update;

import io.domainflow.order.ProvisioningOrder;
import io.domainflow.order.WaitingFor;
import io.domainflow.order.WaitingFor.Code;
import io.domainflow.order.WaitingFor.Who;
import io.domainflow.order.progress.Updates;
import io.domainflow.process.wait.ProcessWait;
import io.domainflow.process.wait.WaitIntervals;
import java.time.Clock;
import java.time.Instant;
import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/**
 * The wait for the registry to carry out an update that the registrar has accepted. Settings are
 * those of {@code domainflow.update}.
 *
 * <ul>
 *   <li>first look: at once
 *   <li>further looks: {@code look-every}
 *   <li>an operator is asked: after {@code patience}, in {@link CorrectUpdate}, and as long after
 *       each «Retry»; the looks continue meanwhile
 *   <li>until: the operator is asked
 * </ul>
 */
@Component
class UpdateWait implements ProcessWait {

  private final WaitIntervals patience;
  private final Updates updates;
  private final Clock clock;

  UpdateWait(UpdateProperties properties, Updates updates, Clock clock) {
    this.patience = properties.patience();
    this.updates = updates;
    this.clock = clock;
  }

  @Override
  public Set<Place> places() {
    return Place.in(DomainUpdateProcess.KEY, "IntermediateEvent_NextLook");
  }

  @Override
  public WaitingFor waitingFor(ProvisioningOrder order, DelegateExecution execution) {
    return new WaitingFor(
        Who.REGISTRAR,
        Code.UPDATE_AT_REGISTRY,
        "the registrar has accepted the change of "
            + order.content().domain().unicode()
            + ", and the registry has not carried it out yet",
        updates.pendingSince(order.id()).map(patience::askAt).orElse(null),
        null);
  }

  /** When to check again. */
  Instant nextLookAt() {
    return patience.nextLookAt(clock.instant());
  }

  /** When to look while an operator is asked. */
  String lookTimetable() {
    return "R/" + patience.lookEvery();
  }

  /** Whether the registry still has time, before an operator is asked. */
  boolean hasTimeLeft(ProvisioningOrder order) {
    return updates
        .pendingSince(order.id())
        .map(patience::askAt)
        .filter(clock.instant()::isBefore)
        .isPresent();
  }
}
