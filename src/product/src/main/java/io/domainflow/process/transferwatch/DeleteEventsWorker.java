package io.domainflow.process.transferwatch;

import io.domainflow.process.transferwatch.DeleteEventsWorker.Done;
import io.domainflow.process.worker.AccountStep;
import io.domainflow.process.worker.StepResult;
import io.domainflow.process.worker.Worker;
import io.domainflow.registrar.RegistrarFailure;
import io.domainflow.registrar.RegistrarGateway;
import io.domainflow.registrar.command.DeleteEvent;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Deletes events at the registrar that are safely in the inbox, a few at a time: a deletion counts
 * as much towards the registrar's quota as a purchase, and orders must not wait for it. Nothing is
 * urgent: the next watch repeats what fails now.
 */
@Component
class DeleteEventsWorker implements Worker.OfAccount<Done> {

  private static final Logger log = LoggerFactory.getLogger(DeleteEventsWorker.class);

  private static final int MOST_DELETED = 10;

  private final EventInbox inbox;

  DeleteEventsWorker(EventInbox inbox) {
    this.inbox = inbox;
  }

  /** Carries no data: the next watch deletes the rest. */
  record Done() {}

  @Override
  public Done ask(AccountStep step, RegistrarGateway registrar) {
    try {
      for (String id : inbox.undeleted(step.account(), MOST_DELETED)) {
        registrar.ensure(step.account(), new DeleteEvent(id));
        inbox.deleted(step.account(), id);
      }
    } catch (RegistrarFailure e) {
      log.info("account {}: events are deleted later: {}", step.account(), e.getMessage());
    }
    return new Done();
  }

  @Override
  public StepResult conclude(AccountStep step, Done done) {
    return StepResult.done(Map.of());
  }
}
