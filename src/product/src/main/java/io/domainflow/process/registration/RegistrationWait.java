package io.domainflow.process.registration;

import io.domainflow.order.ProvisioningOrder;
import io.domainflow.order.WaitingFor;
import io.domainflow.order.WaitingFor.Code;
import io.domainflow.order.WaitingFor.Who;
import io.domainflow.process.StepVariables;
import io.domainflow.process.paperwork.PaperWait;
import io.domainflow.process.wait.ProcessWait;
import io.domainflow.process.wait.WaitIntervals;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/**
 * The wait for the registry to decide on a registration that the registrar has accepted. Settings
 * are those of {@code domainflow.registration}; where the registry needs documents first, see
 * {@link PaperWait}, the wait takes days.
 *
 * <ul>
 *   <li>first check: after {@code first-look}; at once if the registry has usually decided by then
 *   <li>further checks: {@code look-every}, with documents once a day; and whenever the registrar
 *       has news
 *   <li>an operator is asked: after {@code chase-after}, with documents after the days that the
 *       zone gives for them; and {@code chase-after} after each «Keep waiting», in {@link
 *       ChaseRegistration}
 *   <li>until: the operator is asked
 * </ul>
 */
@Component
class RegistrationWait implements ProcessWait {

  private static final Duration ONE_DAY = Duration.ofDays(1);

  private final WaitIntervals usual;
  private final PaperWait paper;
  private final Clock clock;

  RegistrationWait(RegistrationProperties properties, PaperWait paper, Clock clock) {
    this.usual = properties.patience();
    this.paper = paper;
    this.clock = clock;
  }

  @Override
  public Set<Place> places() {
    return Place.in(
        DomainRegistrationProcess.KEY, "Task_AwaitRegistration", "IntermediateEvent_NextDeadline");
  }

  @Override
  public WaitingFor waitingFor(ProvisioningOrder order, DelegateExecution execution) {
    return paper
        .waitingFor(order, execution, DomainRegistrationProcess.REGISTRATION_DEADLINE.of(execution))
        .orElseGet(() -> pending(order, execution));
  }

  private WaitingFor pending(ProvisioningOrder order, DelegateExecution execution) {
    return new WaitingFor(
        Who.REGISTRAR,
        Code.REGISTRATION_PENDING,
        "the registrar accepted the registration of "
            + order.content().domain().unicode()
            + undecided(order),
        DomainRegistrationProcess.REGISTRATION_DEADLINE.of(execution),
        null);
  }

  private String undecided(ProvisioningOrder order) {
    return "; the registry has not decided yet"
        + paper.of(order).map(paperwork -> " on " + paperwork.what()).orElse("");
  }

  /** Starts the wait after the registrar has accepted the registration. */
  Map<String, Object> begins(ProvisioningOrder order, String accepted) {
    return begins(order, accepted, usual.firstLook());
  }

  /** Starts the wait for a decision that has usually been made by now. */
  Map<String, Object> beginsWithALook(ProvisioningOrder order, String accepted) {
    return begins(order, accepted, Duration.ZERO);
  }

  private Map<String, Object> begins(ProvisioningOrder order, String accepted, Duration firstLook) {
    Instant now = clock.instant();
    return new StepVariables()
        .and(paper.begins(order, true))
        .and(DomainRegistrationProcess.REGISTRATION_PENDING, true)
        .and(DomainRegistrationProcess.NEXT_LOOK_AT, now.plus(firstLook))
        .and(DomainRegistrationProcess.REGISTRATION_DEADLINE, patience(order).askAt(now))
        .and(DomainRegistrationProcess.REGISTRAR_ANSWER, accepted + undecided(order) + ".")
        .map();
  }

  Map<String, Object> continues(ProvisioningOrder order) {
    return StepVariables.of(
        DomainRegistrationProcess.REGISTRATION_PENDING,
        true,
        DomainRegistrationProcess.NEXT_LOOK_AT,
        patience(order).nextLookAt(clock.instant()));
  }

  /** Ends the wait: the registry has decided. */
  static Map<String, Object> over() {
    return StepVariables.of(DomainRegistrationProcess.REGISTRATION_PENDING, false);
  }

  /** When to ask an operator again who keeps waiting. */
  Instant nextDeadline() {
    return usual.askAt(clock.instant());
  }

  // A wait that normally takes days is not checked every hour; events arrive without a check.
  private WaitIntervals patience(ProvisioningOrder order) {
    return paper
        .patience(order)
        .map(days -> new WaitIntervals(usual.firstLook(), ONE_DAY, days))
        .orElse(usual);
  }
}
