package io.domainflow.analysis;

import static io.domainflow.analysis.FigureColumn.count;
import static io.domainflow.analysis.FigureColumn.order;
import static io.domainflow.analysis.FigureColumn.text;
import static io.domainflow.analysis.FigureColumn.time;
import static io.domainflow.database.DatabaseTime.instantOrNull;

import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Whom open orders wait for, and for what: most frequent first. A check or a try in between does
 * not restart a wait.
 */
@Component
class WaitingOrders implements Figure {

  private static final FigureHead HEAD =
      new FigureHead(
          "waiting-orders",
          "What orders wait for",
          false,
          FigureHead.OF_ORDERS,
          List.of(
              text("who", "Who has to act"),
              text("code", "What is awaited"),
              count("orders", "Orders"),
              time("oldest", "The longest waits since"),
              text("domain", "Domain of the longest"),
              order()));

  private final JdbcClient jdbc;

  WaitingOrders(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public FigureHead head() {
    return HEAD;
  }

  @Override
  public FigureRows read(FigureCriteria criteria) {
    return FigureRows.all(
        criteria
            .filter(
                jdbc.sql(
                    """
                    select waiting_who, waiting_code, count(*) as orders,
                      min(waiting_since) as oldest,
                      (array_agg(domain_unicode order by waiting_since, id))[1] as domain,
                      (array_agg(id order by waiting_since, id))[1] as id
                    from provisioning_order
                    where status = 'WAITING' and %s
                    group by waiting_who, waiting_code
                    order by count(*) desc, waiting_who, waiting_code
                    """
                        .formatted(FigureCriteria.FILTERED)))
            .query(
                (row, n) ->
                    FigureRows.row(
                        row.getString("waiting_who"),
                        row.getString("waiting_code"),
                        row.getLong("orders"),
                        instantOrNull(row, "oldest"),
                        row.getString("domain"),
                        row.getObject("id", UUID.class)))
            .list());
  }
}
