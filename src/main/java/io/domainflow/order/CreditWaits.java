package io.domainflow.order;

import io.domainflow.model.DomainName;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The orders that wait until an account can pay again. */
@Repository
public class CreditWaits {

  private final JdbcClient jdbc;

  CreditWaits(JdbcClient jdbc) {
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

  /** Notes which task the orders of this account wait for. */
  @Transactional
  public void waitForTask(String account, String taskId) {
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
