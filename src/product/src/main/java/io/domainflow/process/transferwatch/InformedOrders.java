package io.domainflow.process.transferwatch;

import static io.domainflow.database.DatabaseTime.instant;
import static io.domainflow.database.DatabaseTime.utc;

import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Stores what waiting orders have learned from the list of transfers. */
@Repository
class InformedOrders {

  private final JdbcClient jdbc;
  private final Clock clock;

  InformedOrders(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** The last reports to the orders of the account that still wait. */
  Map<UUID, ReportedChange> of(String account) {
    Map<UUID, ReportedChange> lastNotified = new HashMap<>();
    jdbc.sql(
            """
            select t.* from provisioning_order o join transfer_told t on t.order_id = o.id
            where o.account = :account and o.awaits_registry
              and o.status in ('IN_PROGRESS', 'WAITING')
            """)
        .param("account", account)
        .query(
            row -> {
              lastNotified.put(
                  row.getObject("order_id", UUID.class),
                  new ReportedChange(
                      TransferListChange.valueOf(row.getString("news")), instant(row, "told_at")));
            });
    return lastNotified;
  }

  void note(UUID order, TransferListChange news) {
    jdbc.sql(
            """
            insert into transfer_told (order_id, news, told_at) values (:order, :news, :now)
            on conflict (order_id) do update set news = excluded.news, told_at = excluded.told_at
            """)
        .param("order", order)
        .param("news", news.name())
        .param("now", utc(clock.instant()))
        .update();
  }

  /** Forgets a report that is outdated: the same news may be reported again. */
  void forget(Collection<UUID> orders) {
    jdbc.sql("delete from transfer_told where order_id = any(:orders)")
        .param("orders", orders.toArray(UUID[]::new))
        .update();
  }
}
