package io.domainflow.process.restoration;

import io.domainflow.order.ProvisioningOrder;
import io.domainflow.order.WaitingFor;
import io.domainflow.order.WaitingFor.Code;
import io.domainflow.order.WaitingFor.Who;
import io.domainflow.process.StepVariables;
import io.domainflow.process.wait.ProcessWait;
import io.domainflow.process.wait.WaitIntervals;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/**
 * The wait for the registrar to restore a deleted name. Settings are those of {@code
 * domainflow.restoration}.
 *
 * <ul>
 *   <li>first check: after {@code first-look}
 *   <li>further checks: {@code look-every}, and whenever the registrar has news
 *   <li>an operator is asked: after {@code remind-after}, and as long after each «Keep waiting», in
 *       {@link ChaseRestoration}
 *   <li>until: the operator is asked
 * </ul>
 */
@Component
class RestorationWait implements ProcessWait {

  private final WaitIntervals patience;
  private final Clock clock;

  RestorationWait(RestorationProperties properties, Clock clock) {
    this.patience = properties.patience();
    this.clock = clock;
  }

  @Override
  public Set<Place> places() {
    return Place.in(
        RestorationProcess.KEY, "Task_AwaitRestoration", "IntermediateEvent_NextReminder");
  }

  @Override
  public WaitingFor waitingFor(ProvisioningOrder order, DelegateExecution execution) {
    return new WaitingFor(
        Who.REGISTRAR,
        Code.RESTORE_AT_REGISTRY,
        "the registrar is bringing "
            + order.content().domain().unicode()
            + " back, which was charged and takes up to three working days",
        RestorationProcess.REMIND_AT.of(execution),
        null);
  }

  Map<String, Object> begins() {
    Instant now = clock.instant();
    return StepVariables.of(
        RestorationProcess.NEXT_LOOK_AT,
        patience.firstLookAt(now),
        RestorationProcess.REMIND_AT,
        patience.askAt(now));
  }

  Map<String, Object> continues() {
    return StepVariables.of(
        RestorationProcess.UNDER_WAY,
        true,
        RestorationProcess.NEXT_LOOK_AT,
        patience.nextLookAt(clock.instant()));
  }

  /** When to ask an operator again who keeps waiting. */
  Instant nextReminder() {
    return patience.askAt(clock.instant());
  }
}
