package io.domainflow.analysis;

import static io.domainflow.analysis.FigureColumn.count;
import static io.domainflow.analysis.FigureColumn.day;

import io.domainflow.analysis.EndedOrders.Counts;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The orders placed, ended and left open, for each day of a period. The number of open orders at
 * the end of a day is calculated from those open now and those placed and ended since.
 */
@Component
class OrderFlow implements Figure {

  private static final FigureHead HEAD =
      new FigureHead(
          "order-flow",
          "Orders placed, ended and open",
          true,
          FigureHead.OF_ORDERS,
          List.of(
              day(),
              count("placed", "Placed"),
              count("completed", "Completed"),
              count("failed", "Failed"),
              count("cancelled", "Cancelled"),
              count("open", "Open at the end of the day")));

  private final PlacedOrders placed;
  private final EndedOrders ended;
  private final JdbcClient jdbc;
  private final Clock clock;

  OrderFlow(PlacedOrders placed, EndedOrders ended, JdbcClient jdbc, Clock clock) {
    this.placed = placed;
    this.ended = ended;
    this.jdbc = jdbc;
    this.clock = clock;
  }

  @Override
  public FigureHead head() {
    return HEAD;
  }

  @Override
  public FigureRows read(FigureCriteria criteria) {
    LocalDate today = LocalDate.now(clock);
    FigureCriteria untilNow = criteria.until(today);
    Map<LocalDate, Long> came = placed.perDay(untilNow);
    Map<LocalDate, Counts> went = endedPerDay(untilNow);
    List<List<Object>> latestFirst = new ArrayList<>();
    long open = open(criteria);
    for (LocalDate day = today; !day.isBefore(criteria.firstDay()); day = day.minusDays(1)) {
      long in = came.getOrDefault(day, 0L);
      Counts out = went.getOrDefault(day, Counts.NONE);
      if (!day.isAfter(criteria.lastDay())) {
        latestFirst.add(
            FigureRows.row(day, in, out.completed(), out.failed(), out.cancelled(), open));
      }
      open = Math.max(0, open - in + out.ended());
    }
    Collections.reverse(latestFirst);
    return FigureRows.all(latestFirst);
  }

  private Map<LocalDate, Counts> endedPerDay(FigureCriteria criteria) {
    Map<LocalDate, Counts> counts = new HashMap<>();
    ended.count(
        criteria,
        "day",
        (row, n) -> counts.put(row.getObject("day", LocalDate.class), Counts.of(row)));
    return counts;
  }

  private long open(FigureCriteria criteria) {
    return criteria
        .filter(
            jdbc.sql(
                "select count(*) from provisioning_order where status in ('IN_PROGRESS', 'WAITING')"
                    + " and "
                    + FigureCriteria.FILTERED))
        .query(Long.class)
        .single();
  }
}
