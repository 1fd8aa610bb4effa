package io.domainflow.process.authcode;

import io.domainflow.order.ProvisioningOrder;
import io.domainflow.order.WaitingFor;
import io.domainflow.order.WaitingFor.Code;
import io.domainflow.order.WaitingFor.Who;
import io.domainflow.order.progress.AuthCodes;
import io.domainflow.process.wait.ProcessWait;
import io.domainflow.process.wait.WaitIntervals;
import java.time.Clock;
import java.time.Instant;
import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/**
 * The wait for the registry to issue the code that the registrar has agreed to issue. Settings are
 * those of {@code domainflow.auth-code}.
 *
 * <ul>
 *   <li>first check: {@code look-every} after the request
 *   <li>further checks: {@code look-every}
 *   <li>until: {@code patience} is over; the order fails then, and another can be placed
 * </ul>
 */
@Component
class AuthCodeWait implements ProcessWait {

  private final WaitIntervals patience;
  private final AuthCodes codes;
  private final Clock clock;

  AuthCodeWait(AuthCodeProperties properties, AuthCodes codes, Clock clock) {
    this.patience = properties.patience();
    this.codes = codes;
    this.clock = clock;
  }

  @Override
  public Set<Place> places() {
    return Place.in(AuthCodeProcess.KEY, "IntermediateEvent_NextLook");
  }

  @Override
  public WaitingFor waitingFor(ProvisioningOrder order, DelegateExecution execution) {
    Instant since = codes.course(order.id()).pendingSince();
    return new WaitingFor(
        Who.REGISTRAR,
        Code.AUTH_CODE_AT_REGISTRY,
        "the registrar has agreed to issue an auth code for "
            + order.content().domain().unicode()
            + ", and the registry has not issued it yet",
        since == null ? null : patience.askAt(since),
        null);
  }

  /** When to check again. */
  Instant nextLookAt() {
    return patience.nextLookAt(clock.instant());
  }

  /** Whether the registry still has time. */
  boolean hasTimeLeft(Instant since) {
    return clock.instant().isBefore(patience.askAt(since));
  }
}
