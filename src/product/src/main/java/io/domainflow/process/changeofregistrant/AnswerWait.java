package io.domainflow.process.changeofregistrant;

import io.domainflow.order.ProvisioningOrder;
import io.domainflow.order.WaitingFor;
import io.domainflow.order.WaitingFor.Code;
import io.domainflow.order.WaitingFor.Who;
import io.domainflow.order.progress.RegistrantChanges;
import io.domainflow.process.wait.ProcessWait;
import java.time.Clock;
import java.time.Instant;
import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/**
 * The wait for the caller who placed the order to answer an approver's question.
 *
 * <ul>
 *   <li>until: {@code domainflow.change-of-registrant.answer-within} after the question
 *   <li>then, or with the answer, an approver has the task again: {@link ApproveForNewRegistrant}
 *       or {@link ApproveForPriorRegistrant}
 * </ul>
 */
@Component
class AnswerWait implements ProcessWait {

  private final ChangeProperties properties;
  private final RegistrantChanges changes;
  private final Clock clock;

  AnswerWait(ChangeProperties properties, RegistrantChanges changes, Clock clock) {
    this.properties = properties;
    this.changes = changes;
    this.clock = clock;
  }

  @Override
  public Set<Place> places() {
    return Place.in(RegistrantConsentProcess.KEY, "Task_AwaitAnswer");
  }

  @Override
  public WaitingFor waitingFor(ProvisioningOrder order, DelegateExecution execution) {
    return new WaitingFor(
        Who.CALLER,
        Code.QUESTION,
        "an approver asks: «" + changes.get(order.id()).question() + "»",
        RegistrantConsentProcess.ANSWER_DUE_AT.of(execution),
        null);
  }

  /** Until when a question that is asked now can be answered. */
  Instant dueAt() {
    return clock.instant().plus(properties.answerWithin());
  }
}
