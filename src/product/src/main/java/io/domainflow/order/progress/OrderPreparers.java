package io.domainflow.order.progress;

import io.domainflow.order.ProvisioningOrder;
import io.domainflow.order.content.Operation;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Stores who took part in an order, in a task or with input, besides the person who placed it: they
 * may not approve it.
 */
@Repository
public class OrderPreparers {

  /** Operations whose values may still be changed when an order has to be approved. */
  private static final Set<Operation> NOTED =
      EnumSet.of(Operation.CHANGE_REGISTRANT, Operation.UPDATE, Operation.REVERT);

  private final JdbcClient jdbc;

  OrderPreparers(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Records that somebody took part in an order. Nothing is recorded for orders that need no
   * approval.
   *
   * @param login evaluated only if it is recorded: not every step of an order has one
   */
  public void note(ProvisioningOrder order, Supplier<String> login) {
    if (!NOTED.contains(order.content().operation())) {
      return;
    }
    jdbc.sql(
            """
            insert into order_preparer (order_id, login) values (:order, :login)
            on conflict do nothing
            """)
        .param("order", order.id())
        .param("login", login.get())
        .update();
  }

  /** The logins of all who took part. */
  public Set<String> of(UUID order) {
    return Set.copyOf(
        jdbc.sql("select login from order_preparer where order_id = :order")
            .param("order", order)
            .query(String.class)
            .list());
  }
}
