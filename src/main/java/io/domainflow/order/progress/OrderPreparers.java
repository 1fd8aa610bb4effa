package io.domainflow.order.progress;

import io.domainflow.order.ProvisioningOrder;
import io.domainflow.order.wanted.Operation;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Who took part in an order besides the one who placed it, in a task or with input: they do not
 * approve it.
 */
@Repository
public class OrderPreparers {

  /** Orders whose values may still be changed when somebody has to approve them. */
  private static final Set<Operation> NOTED =
      EnumSet.of(Operation.CHANGE_REGISTRANT, Operation.UPDATE, Operation.REVERT);

  private final JdbcClient jdbc;

  OrderPreparers(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Notes that somebody took part in an order. Of orders that nobody approves nothing is noted.
   *
   * @param login asked for only if it is noted: not every step of an order has one
   */
  public void note(ProvisioningOrder order, Supplier<String> login) {
    if (!NOTED.contains(order.request().operation())) {
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

  /** The logins of all of them. */
  public Set<String> of(UUID order) {
    return Set.copyOf(
        jdbc.sql("select login from order_preparer where order_id = :order")
            .param("order", order)
            .query(String.class)
            .list());
  }
}
