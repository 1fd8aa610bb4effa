package io.domainflow.process.transferwatch;

import io.domainflow.order.progress.OrdersAwaitingRegistry;
import io.domainflow.process.worker.AccountStep;
import io.domainflow.process.worker.StepResult;
import io.domainflow.process.worker.Worker;
import io.domainflow.registrar.RegistrarFailure.AccessRefused;
import io.domainflow.registrar.RegistrarFailure.Refused;
import io.domainflow.registrar.RegistrarGateway;
import io.domainflow.registrar.command.ReadEvents;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Stores the registrar's events in the inbox and notifies the processes that wait for the names in
 * them. This comes before the list is read, so that an order checks only once if its event and its
 * list entry say the same. If the events are refused, the watch continues: they only shorten a
 * wait.
 */
@Component
class CollectEventsWorker implements Worker.OfAccount<List<ReadEvents.Event>> {

  private static final Logger log = LoggerFactory.getLogger(CollectEventsWorker.class);

  /** There are more only while their deletion lags behind. */
  private static final int MOST_EVENTS = 1000;

  private final EventInbox inbox;
  private final OrdersAwaitingRegistry waits;

  CollectEventsWorker(EventInbox inbox, OrdersAwaitingRegistry waits) {
    this.inbox = inbox;
    this.waits = waits;
  }

  @Override
  public List<ReadEvents.Event> ask(AccountStep step, RegistrarGateway registrar) {
    if (!waits.accounts().contains(step.account())) {
      return List.of();
    }
    try {
      List<ReadEvents.Event> events =
          registrar.ask(step.account(), new ReadEvents(MOST_EVENTS)).events();
      if (events.size() == MOST_EVENTS) {
        log.warn(
            "account {}: only the oldest {} events were read; newer ones come when those are"
                + " deleted",
            step.account(),
            MOST_EVENTS);
      }
      return events;
    } catch (Refused | AccessRefused e) {
      log.warn("account {}: no events were read: {}", step.account(), e.getMessage());
      return List.of();
    }
  }

  @Override
  public StepResult conclude(AccountStep step, List<ReadEvents.Event> events) {
    inbox.take(step.account(), events);
    inbox.handOver(step.account());
    return StepResult.done(Map.of());
  }
}
