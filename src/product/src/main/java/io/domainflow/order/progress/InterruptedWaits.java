package io.domainflow.order.progress;

import static io.domainflow.database.DatabaseTime.instantOrNull;

import io.domainflow.order.OrderStatus;
import io.domainflow.order.Orders;
import io.domainflow.order.ProvisioningOrder;
import io.domainflow.order.WaitingFor;
import io.domainflow.order.WaitingFor.Code;
import io.domainflow.order.WaitingFor.Who;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The waits of orders that a failed step has interrupted, such as a reminder while the registry
 * decides. They are resumed when the step continues.
 */
@Repository
public class InterruptedWaits {

  private static final String[] INTERRUPTIONS =
      WaitingFor.INTERRUPTIONS.stream().map(Enum::name).toArray(String[]::new);

  private final JdbcClient jdbc;
  private final Orders orders;

  InterruptedWaits(JdbcClient jdbc, Orders orders) {
    this.jdbc = jdbc;
    this.orders = orders;
  }

  /**
   * Sets the order to waiting for the repair of a step. An order with a task for a person, or an
   * ended order, stays unchanged.
   *
   * @param what for people, without personal data
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void interrupt(UUID order, String what) {
    interrupt(order, new WaitingFor(Who.OPERATOR, Code.TECHNICAL_PROBLEM, what, null, null));
  }

  /**
   * The same for a step that is to be retried or repaired.
   *
   * @param retry when and why
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void interrupt(UUID order, WaitingFor retry) {
    // The original wait is the one before the first failure.
    jdbc.sql(
            """
            delete from order_interrupted_wait w
            using provisioning_order o
            where w.order_id = :order and o.id = :order
              and (o.waiting_code is null or o.waiting_code <> all(:interruptions))
            """)
        .param("order", order)
        .param("interruptions", INTERRUPTIONS)
        .update();
    jdbc.sql(
            """
            insert into order_interrupted_wait (order_id, who, code, what, until)
            select id, waiting_who, waiting_code, waiting_what, waiting_until
            from provisioning_order
            where id = :order and status = 'WAITING' and waiting_task_id is null
              and waiting_code <> all(:interruptions)
            """)
        .param("order", order)
        .param("interruptions", INTERRUPTIONS)
        .update();
    orders.waitingForRetry(order, retry);
  }

  /**
   * Handles the retry of a failed step: the order returns to its previous wait, if there was one.
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void tries(UUID order) {
    Optional<WaitingFor> before = taken(order);
    orders.tries(order);
    before.ifPresent(wait -> orders.waitingForRetry(order, wait));
  }

  /**
   * Handles the end of one of several stopped steps; the order still waits for the others.
   *
   * @param what the remaining trouble; for people, without personal data
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void waitOn(UUID order, String what) {
    if (waitsForRepair(orders.lock(order))) {
      orders.waitingForRetry(
          order, new WaitingFor(Who.OPERATOR, Code.TECHNICAL_PROBLEM, what, null, null));
    }
  }

  /** Handles the end of all trouble: the order returns to its previous wait, if there was one. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void resume(UUID order) {
    ProvisioningOrder now = orders.lock(order);
    Optional<WaitingFor> before = taken(order);
    if (waitsForRepair(now)) {
      orders.tries(order);
      before.ifPresent(wait -> orders.waitingForRetry(order, wait));
    }
  }

  private Optional<WaitingFor> taken(UUID order) {
    return jdbc.sql("delete from order_interrupted_wait where order_id = :order returning *")
        .param("order", order)
        .query(
            (row, n) ->
                new WaitingFor(
                    Who.valueOf(row.getString("who")),
                    Code.valueOf(row.getString("code")),
                    row.getString("what"),
                    instantOrNull(row, "until"),
                    null))
        .optional();
  }

  private static boolean waitsForRepair(ProvisioningOrder order) {
    WaitingFor wait = order.waitingFor();
    return order.status() == OrderStatus.WAITING
        && wait != null
        && wait.code() == Code.TECHNICAL_PROBLEM
        && wait.taskId() == null;
  }
}
