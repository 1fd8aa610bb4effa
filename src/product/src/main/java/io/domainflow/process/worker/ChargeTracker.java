package io.domainflow.process.worker;

import io.domainflow.order.Charged;
import io.domainflow.order.OrderPurchases;
import io.domainflow.order.ProvisioningOrder;
import io.domainflow.process.worker.LockedTask.Work;
import io.domainflow.registrar.CommandJournal;
import io.domainflow.registrar.DatabaseRetry;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Keeps track of whether an order has cost money, while its steps are tried. Trying a paid command
 * makes that unknown; if the try proves to have cost nothing, the previous value is restored. If
 * the task was locked while the outcome was in doubt, the order no longer contains the previous
 * value: then the journal tells whether another command of the order was paid for.
 */
@Component
class ChargeTracker {

  private final OrderPurchases purchases;
  private final CommandJournal journal;
  private final DatabaseRetry database;

  ChargeTracker(OrderPurchases purchases, CommandJournal journal, DatabaseRetry database) {
    this.purchases = purchases;
    this.journal = journal;
    this.database = database;
  }

  /**
   * Whether a step's order has cost money, after a try; empty for a step without an order.
   *
   * @param nothingDone whether this try is known to have cost nothing
   */
  Optional<Charged> after(LockedTask task, boolean nothingDone) {
    boolean atStake =
        task.work() instanceof Work.Changing<?> change
            && change.command().costsMoney()
            && !nothingDone;
    return task.order()
        .map(order -> atStake ? Charged.UNKNOWN : database.execute(() -> before(task, order)));
  }

  /** Records that the step is known to have cost nothing: the previous value is restored. */
  void nothingDone(LockedTask task) {
    if (task.work() instanceof Work.Changing<?> change) {
      purchases.charged(change.order().id(), before(task, change.order()));
    }
  }

  private Charged before(LockedTask task, ProvisioningOrder order) {
    if (order.charged() != Charged.UNKNOWN) {
      return order.charged();
    }
    String command = task.work() instanceof Work.Changing<?> change ? change.command().name() : "";
    return journal.hasPaidForAnother(order.id(), command) ? Charged.YES : Charged.NO;
  }
}
