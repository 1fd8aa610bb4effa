package io.domainflow.analysis;

import static io.domainflow.analysis.FigureColumn.count;
import static io.domainflow.analysis.FigureColumn.day;
import static io.domainflow.analysis.FigureColumn.text;

import io.domainflow.analysis.EndedOrders.Counts;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;

/** How many orders ended with which status, by the day of their end. */
@Component
class OrdersPerDay implements Figure {

  private static final FigureHead HEAD =
      new FigureHead(
          "orders-per-day",
          "Orders per day",
          true,
          FigureHead.OF_ORDERS,
          List.of(
              day(),
              text("operation", "Operation"),
              count("completed", "Completed"),
              count("failed", "Failed"),
              count("cancelled", "Cancelled")));

  private final EndedOrders orders;

  OrdersPerDay(EndedOrders orders) {
    this.orders = orders;
  }

  @Override
  public FigureHead head() {
    return HEAD;
  }

  @Override
  public FigureRows read(FigureCriteria criteria) {
    return FigureRows.all(
        orders.count(
            criteria,
            "day, operation",
            (row, n) -> {
              Counts counts = Counts.of(row);
              return FigureRows.row(
                  row.getObject("day", LocalDate.class),
                  row.getString("operation"),
                  counts.completed(),
                  counts.failed(),
                  counts.cancelled());
            }));
  }
}
