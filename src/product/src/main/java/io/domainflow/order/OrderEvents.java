package io.domainflow.order;

import static io.domainflow.database.DatabaseTime.instant;
import static io.domainflow.database.DatabaseTime.utc;

import io.domainflow.order.OrderEvent.Kind;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The events of orders, oldest first. {@link OrderTransitions} records the changes of status. */
@Repository
public class OrderEvents {

  private final JdbcClient jdbc;
  private final Clock clock;

  OrderEvents(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** All events of an order. */
  public List<OrderEvent> of(UUID order) {
    return jdbc.sql("select * from order_event where order_id = :order order by id")
        .param("order", order)
        .query(
            (row, n) -> {
              String who = row.getString("who");
              String code = row.getString("code");
              return new OrderEvent(
                  instant(row, "at"),
                  Kind.valueOf(row.getString("kind")),
                  who == null ? null : WaitingFor.Who.valueOf(who),
                  code == null ? null : WaitingFor.Code.valueOf(code),
                  row.getString("text"),
                  row.getString("by"));
            })
        .list();
  }

  /**
   * Records an event.
   *
   * @param text for people, without personal data; null if the kind is sufficient
   * @param by login of the person; null if no person did it
   */
  public void note(UUID order, Kind kind, @Nullable String text, @Nullable String by) {
    jdbc.sql(
            """
            insert into order_event (order_id, at, kind, text, by)
            values (:order, :now, :kind, :text, :by)
            """)
        .param("order", order)
        .param("now", utc(clock.instant()))
        .param("kind", kind.name())
        .param("text", text)
        .param("by", by)
        .update();
  }
}
