package io.domainflow.order.progress;

import io.domainflow.model.DomainName;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Finds the orders that wait until an account can pay again. */
@Repository
public class OrdersAwaitingCredit {

  private final JdbcClient jdbc;

  OrdersAwaitingCredit(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** An order that waits. */
  public record Waiting(String processInstanceId, DomainName domain) {}

  /** The orders of this account that wait for credit, oldest first. */
  public List<Waiting> of(String account) {
    return jdbc.sql(
            """
            select process_instance_id, domain from provisioning_order
            where account = :account and status = 'WAITING' and waiting_code = 'CREDIT'
            order by created_at
            """)
        .param("account", account)
        .query(
            (row, n) ->
                new Waiting(
                    row.getString("process_instance_id"), DomainName.of(row.getString("domain"))))
        .list();
  }

  /**
   * Locks the credit state of this account until the transaction ends: two nodes may be refused
   * credit at the same time, and no order may miss the task.
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void hold(String account) {
    jdbc.sql("select pg_advisory_xact_lock(hashtext('credit of ' || :account))")
        .param("account", account)
        .query((row, n) -> true)
        .single();
  }

  /** Records the task that the orders of this account wait for. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void waitForTask(String account, String taskId) {
    hold(account);
    jdbc.sql(
            """
            update provisioning_order set waiting_task_id = :task
            where account = :account and status = 'WAITING' and waiting_code = 'CREDIT'
            """)
        .param("account", account)
        .param("task", taskId)
        .update();
  }
}
