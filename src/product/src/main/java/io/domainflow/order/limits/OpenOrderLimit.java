package io.domainflow.order.limits;

import io.domainflow.client.ApiClients;
import io.domainflow.owner.Caller;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Limits the open orders of each caller who is not staff: each keeps a name busy, and most that
 * wait are a task for somebody.
 */
@Component
@EnableConfigurationProperties(OrderLimits.class)
public class OpenOrderLimit {

  private final JdbcClient jdbc;
  private final ApiClients clients;
  private final OrderLimits limits;

  OpenOrderLimit(JdbcClient jdbc, ApiClients clients, OrderLimits limits) {
    this.jdbc = jdbc;
    this.clients = clients;
    this.limits = limits;
  }

  /**
   * Refuses a further order. Orders that are placed at the same moment may exceed the limit by a
   * few.
   *
   * @throws TooManyOpenOrders if the caller has as many as allowed
   */
  public void check(Caller caller) {
    if (caller.isStaff()) {
      return;
    }
    int most = clients.openOrdersOf(caller.login()).orElse(limits.openPerLogin());
    if (open(caller.login(), most) >= most) {
      throw new TooManyOpenOrders(most);
    }
  }

  private int open(String login, int most) {
    return jdbc.sql(
            """
            select count(*) from (
              select 1 from provisioning_order
              where login = :login and status in ('IN_PROGRESS', 'WAITING') limit :most) open
            """)
        .param("login", login)
        .param("most", most)
        .query(Integer.class)
        .single();
  }
}
