package io.domainflow.analysis;

import static io.domainflow.analysis.FigureColumn.count;
import static io.domainflow.analysis.FigureColumn.seconds;
import static io.domainflow.analysis.FigureColumn.text;

import io.domainflow.analysis.EndedOrders.Part;
import io.domainflow.analysis.EndedOrders.PartOfTime;
import io.domainflow.analysis.FigureHead.Filter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * How long completed orders took, and how much of that time they waited for whom. Times are within
 * 5 % of the exact ones. Each part has its own median: they do not add up to the median of the
 * whole.
 */
@Component
class CompletionTime implements Figure {

  private static final FigureHead HEAD =
      new FigureHead(
          "time-to-done",
          "Time to done",
          true,
          Set.of(Filter.OPERATION),
          List.of(
              text("operation", "Operation"),
              count("completed", "Completed"),
              seconds("median", "Median"),
              seconds("p90", "90 of 100 within"),
              seconds("p95", "95 of 100 within"),
              seconds("peopleMedian", "Waiting for people, median"),
              seconds("peopleP90", "Waiting for people, 90 of 100 within"),
              seconds("peopleP95", "Waiting for people, 95 of 100 within"),
              seconds("registrarMedian", "Waiting for the registrar, median"),
              seconds("registrarP90", "Waiting for the registrar, 90 of 100 within"),
              seconds("registrarP95", "Waiting for the registrar, 95 of 100 within"),
              seconds("ownMedian", "Own time, median"),
              seconds("ownP90", "Own time, 90 of 100 within"),
              seconds("ownP95", "Own time, 95 of 100 within")));

  /** Half, nearly all, and all but a few. */
  private static final List<Double> SHARES = List.of(0.5, 0.9, 0.95);

  private final EndedOrders orders;

  CompletionTime(EndedOrders orders) {
    this.orders = orders;
  }

  @Override
  public FigureHead head() {
    return HEAD;
  }

  @Override
  public FigureRows read(FigureCriteria criteria) {
    Map<PartOfTime, TimeHistogram> times = orders.times(criteria);
    return FigureRows.all(
        times.keySet().stream()
            .map(PartOfTime::operation)
            .distinct()
            .map(operation -> row(operation, times))
            .toList());
  }

  private static List<Object> row(String operation, Map<PartOfTime, TimeHistogram> times) {
    List<Object> row = new ArrayList<>();
    row.add(operation);
    row.add(part(Part.TOTAL, operation, times).all());
    for (Part part : Part.values()) {
      TimeHistogram ofPart = part(part, operation, times);
      SHARES.forEach(share -> row.add(ofPart.within(share)));
    }
    return row;
  }

  private static TimeHistogram part(
      Part part, String operation, Map<PartOfTime, TimeHistogram> times) {
    return Objects.requireNonNull(
        times.get(new PartOfTime(operation, part)), "the time of an order has all parts");
  }
}
