package io.domainflow.order.progress;

import io.domainflow.model.DomainName;
import io.domainflow.order.OrderIdentity;
import io.domainflow.order.Orders;
import io.domainflow.order.content.Operation;
import io.domainflow.order.content.OrderReference;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The processes that carry out a part of an order for the order's main process. While one runs,
 * {@link Orders#findByProcess} also finds the order by it.
 */
@Repository
public class CalledProcesses {

  private final JdbcClient jdbc;

  CalledProcesses(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Records that a process works on the order of its calling process.
   *
   * @param calling the order's main process, or another called one
   * @return the order
   * @throws IllegalStateException if the calling process has no order
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public OrderIdentity begin(String called, String calling) {
    return jdbc.sql(
            """
            with linked as (
              insert into order_called_process (process_instance_id, order_id)
              select :called, id from provisioning_order where process_instance_id = :calling
              union all
              select :called, order_id from order_called_process
              where process_instance_id = :calling
              returning order_id)
            select o.id, o.reference, o.domain, o.domain_unicode, o.operation, o.account, o.priority
            from provisioning_order o join linked on linked.order_id = o.id
            """)
        .param("called", called)
        .param("calling", calling)
        .query(CalledProcesses::label)
        .optional()
        .orElseThrow(
            () ->
                new IllegalStateException("process instance " + calling + " carries out no order"));
  }

  private static OrderIdentity label(ResultSet row, int number) throws SQLException {
    return new OrderIdentity(
        row.getObject("id", UUID.class),
        OrderReference.of(row.getString("reference")),
        new DomainName(row.getString("domain"), row.getString("domain_unicode")),
        Operation.valueOf(row.getString("operation")),
        row.getString("account"),
        row.getInt("priority"));
  }

  /** The main processes of an account's orders that still run only because of a called one. */
  public List<String> calling(String account) {
    return jdbc.sql(
            """
            select distinct o.process_instance_id from order_called_process c
            join provisioning_order o on o.id = c.order_id
            where o.account = :account
            """)
        .param("account", account)
        .query(String.class)
        .list();
  }

  /** The called processes that still run for orders of a name in an account. */
  public List<String> running(String account, DomainName domain) {
    return jdbc.sql(
            """
            select c.process_instance_id from order_called_process c
            join provisioning_order o on o.id = c.order_id
            where o.account = :account and o.domain = :domain
            """)
        .param("account", account)
        .param("domain", domain.ascii())
        .query(String.class)
        .list();
  }

  /** Removes an ended process. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void end(String called) {
    jdbc.sql("delete from order_called_process where process_instance_id = :called")
        .param("called", called)
        .update();
  }
}
