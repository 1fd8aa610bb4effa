package io.domainflow.analysis;

import static io.domainflow.analysis.FigureColumn.count;
import static io.domainflow.analysis.FigureColumn.text;
import static io.domainflow.analysis.FigureColumn.time;

import io.domainflow.analysis.FigureHead.Filter;
import io.domainflow.order.WaitingFor;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Whom open orders wait for, and for what: what most wait for first. A step that is tried again by
 * itself waits since that was noted, which is done once and not at each try.
 */
@Component
class WaitingOrders implements Figure {

  private static final FigureHead HEAD =
      new FigureHead(
          "waiting-orders",
          "What orders wait for",
          false,
          Set.of(Filter.values()),
          List.of(
              text("who", "Who has to act"),
              text("code", "What is awaited"),
              count("orders", "Orders"),
              time("oldest", "The longest waits since")));

  private final JdbcClient jdbc;

  WaitingOrders(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public FigureHead head() {
    return HEAD;
  }

  @Override
  public FigureRows read(FigureWish wish) {
    return FigureRows.all(
        wish.filter(
                jdbc.sql(
                    """
                    select waiting_who, waiting_code, count(*) as orders,
                      min(coalesce(told.at, waiting_since)) as oldest
                    from provisioning_order o
                    left join lateral (
                      select e.at from order_event e
                      where e.order_id = o.id and e.kind = 'WAITING' and e.code = o.waiting_code
                      order by e.id desc limit 1
                    ) told on waiting_code = any(:triedAgain)
                    where status = 'WAITING' and %s
                    group by waiting_who, waiting_code
                    order by count(*) desc, waiting_who, waiting_code
                    """
                        .formatted(FigureWish.FILTERED)))
            .param(
                "triedAgain",
                WaitingFor.TRIED_AGAIN.stream().map(Enum::name).toArray(String[]::new))
            .query(
                (row, n) ->
                    FigureRows.row(
                        row.getString("waiting_who"),
                        row.getString("waiting_code"),
                        row.getLong("orders"),
                        Instants.of(row, "oldest")))
            .list());
  }
}
