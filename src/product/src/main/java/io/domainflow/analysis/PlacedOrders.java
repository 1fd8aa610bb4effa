package io.domainflow.analysis;

import static io.domainflow.database.DatabaseTime.instantOrNull;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Counts how many orders were placed on each day. Days that {@link DayCounting} has finished are
 * read as counted; for later days, the orders are read.
 */
@Repository
class PlacedOrders {

  private static final String PER_DAY =
      """
      select day, sum(orders) as placed from (
        select day, operation, account, tld, orders from figures_placed
        where day between :from and :to
        union all
        select (created_at at time zone 'UTC')::date, operation, account, tld, 1
        from provisioning_order where created_at >= %s and created_at < :end) counted
      where %s
      group by day
      """
          .formatted(EndedOrders.NOT_COUNTED_YET, FigureCriteria.FILTERED);

  private final JdbcClient jdbc;

  PlacedOrders(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The numbers for a period, without days that have no orders. */
  Map<LocalDate, Long> perDay(FigureCriteria criteria) {
    Map<LocalDate, Long> placed = new TreeMap<>();
    criteria
        .filter(criteria.period(jdbc.sql(PER_DAY)))
        .query(
            row -> {
              placed.put(row.getObject("day", LocalDate.class), row.getLong("placed"));
            });
    return placed;
  }

  /** When the first order was placed; empty if none was. */
  Optional<Instant> first() {
    return jdbc.sql("select min(created_at) as first from provisioning_order")
        .query((row, n) -> Optional.ofNullable(instantOrNull(row, "first")))
        .single();
  }

  /** Counts a past day; afterwards its orders are not read again. */
  void keep(LocalDate day) {
    jdbc.sql(
            """
            insert into figures_placed (day, operation, account, tld, orders)
            select :day, operation, account, tld, count(*) from provisioning_order
            where created_at >= :begin and created_at < :end
            group by operation, account, tld
            """)
        .param("day", day)
        .param("begin", FigureCriteria.midnight(day))
        .param("end", FigureCriteria.midnight(day.plusDays(1)))
        .update();
  }

  /** Deletes the counts of this day and later ones. */
  void forget(LocalDate from) {
    jdbc.sql("delete from figures_placed where day >= :from").param("from", from).update();
  }
}
