package io.domainflow.order.domain;

import io.domainflow.consent.DisputeHold;
import io.domainflow.consent.DisputeHolds;
import io.domainflow.consent.HoldKind;
import io.domainflow.consent.NameDisputed;
import io.domainflow.database.ConflictFreeTransaction;
import io.domainflow.model.DomainName;
import io.domainflow.order.Orders;
import io.domainflow.order.content.Operation;
import io.domainflow.order.intake.OrderProcess;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Records a dispute over a name, and makes a change of registrant that is under way check at once:
 * it is withdrawn at the registrar unless it has already completed. Processes by which the name
 * could leave are notified, too.
 */
@Component
public class DisputeNotice {

  private final DisputeHolds holds;
  private final OrderedNames orderedNames;
  private final Orders orders;
  private final OrderProcess process;
  private final ApplicationEventPublisher events;
  private final ConflictFreeTransaction transaction;

  DisputeNotice(
      DisputeHolds holds,
      OrderedNames orderedNames,
      Orders orders,
      OrderProcess process,
      ApplicationEventPublisher events,
      ConflictFreeTransaction transaction) {
    this.holds = holds;
    this.orderedNames = orderedNames;
    this.orders = orders;
    this.process = process;
    this.events = events;
    this.transaction = transaction;
  }

  /**
   * Sets a hold, replacing a different one for the same name; an identical hold is unchanged.
   *
   * @param by login of the user
   */
  public DisputeHold note(DomainName domain, HoldKind kind, String reference, String by) {
    return transaction.execute(
        () -> {
          DisputeHold hold = holds.put(domain, kind, reference, by);
          for (OrderInWork open : orderedNames.inWork(List.of(domain))) {
            if (open.operation() == Operation.CHANGE_REGISTRANT) {
              // The lock is for an order that is checking right now: it either sees the hold or is
              // already waiting.
              process.checkNow(orders.lock(open.id()));
            }
          }
          events.publishEvent(new NameDisputed(domain));
          return hold;
        });
  }
}
