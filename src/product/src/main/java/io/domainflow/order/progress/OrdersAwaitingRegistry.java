package io.domainflow.order.progress;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Finds the orders that wait for the decision of a registry. */
@Repository
public class OrdersAwaitingRegistry {

  private final JdbcClient jdbc;

  OrdersAwaitingRegistry(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The accounts with such orders. */
  public List<String> accounts() {
    return jdbc.sql(
            """
            select distinct account from provisioning_order
            where awaits_registry and status in ('IN_PROGRESS', 'WAITING')
            order by account
            """)
        .query(String.class)
        .list();
  }

  /**
   * The process instances of such orders, by their names.
   *
   * @param domains in A-label form
   */
  public Map<String, String> processes(String account, Collection<String> domains) {
    Map<String, String> processes = new HashMap<>();
    jdbc.sql(
            """
            select domain, process_instance_id from provisioning_order
            where account = :account and domain = any(:domains) and awaits_registry
              and status in ('IN_PROGRESS', 'WAITING')
            """)
        .param("account", account)
        .param("domains", domains.toArray(String[]::new))
        .query(
            row -> {
              processes.put(row.getString("domain"), row.getString("process_instance_id"));
            });
    return processes;
  }
}
