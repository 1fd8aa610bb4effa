package io.domainflow.process.worker;

import io.domainflow.order.Charged;
import io.domainflow.order.Orders;
import io.domainflow.order.ProvisioningOrder;
import io.domainflow.process.worker.LockedTask.Work;
import io.domainflow.registrar.CommandJournal;
import io.domainflow.registrar.DatabaseRetry;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Whether an order has cost money, while its steps are tried. A try of a paid command makes it
 * unknown, and one that proved to be none takes it back to what was true before. What that was the
 * order says no more if it was reserved in doubt: then the journal tells whether another command of
 * it was paid for.
 */
@Component
class MoneySpent {

  private final Orders orders;
  private final CommandJournal journal;
  private final DatabaseRetry database;

  MoneySpent(Orders orders, CommandJournal journal, DatabaseRetry database) {
    this.orders = orders;
    this.journal = journal;
    this.database = database;
  }

  /**
   * Whether a step's order has cost money, after a try; empty for a step of no order.
   *
   * @param nothingDone whether this try has proved not to have cost anything
   */
  Optional<Charged> after(LockedTask task, boolean nothingDone) {
    boolean atStake =
        task.work() instanceof Work.Changing<?> change
            && change.command().costsMoney()
            && !nothingDone;
    return task.order()
        .map(order -> atStake ? Charged.UNKNOWN : database.execute(() -> before(task, order)));
  }

  /** The step has proved not to have cost anything: what was true before it is true again. */
  void nothingDone(LockedTask task) {
    if (task.work() instanceof Work.Changing<?> change) {
      orders.charged(change.order().id(), before(task, change.order()));
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
