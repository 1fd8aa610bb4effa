package io.domainflow.analysis;

import static io.domainflow.analysis.FigureColumn.count;
import static io.domainflow.analysis.FigureColumn.text;

import io.domainflow.analysis.EndedOrders.Counts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How many orders succeed, and the main reason of failure of the others: most failures first. */
class Success implements Figure {

  private static final Comparator<Whole> WORST_FIRST =
      Comparator.comparing((Whole whole) -> whole.counts.failed())
          .thenComparing(whole -> whole.counts.ended())
          .reversed()
          .thenComparing(whole -> whole.name);

  private final FigureHead head;
  private final String by;
  private final EndedOrders orders;

  /**
   * Creates a figure.
   *
   * @param by the column by which orders are grouped, which is also the key of the first column
   * @param title of that column
   */
  Success(String name, String nameOfAll, String by, String title, EndedOrders orders) {
    this.by = by;
    this.orders = orders;
    this.head =
        new FigureHead(
            name,
            nameOfAll,
            true,
            FigureHead.OF_ORDERS,
            List.of(
                text(by, title),
                count("ended", "Ended"),
                count("completed", "Completed"),
                count("failed", "Failed"),
                count("cancelled", "Cancelled"),
                new FigureColumn("success", "Success rate", FigureColumn.Kind.SHARE),
                text("mainReason", "Main reason of failures"),
                text("mainCode", "Registrar's code"),
                count("mainFailed", "Failed for it")));
  }

  @Override
  public FigureHead head() {
    return head;
  }

  @Override
  public FigureRows read(FigureCriteria criteria) {
    Map<String, Whole> wholes = new LinkedHashMap<>();
    orders.count(
        criteria,
        by + ", reason, code",
        (row, n) -> {
          String name = row.getString(by);
          Counts counts = Counts.of(row);
          wholes
              .computeIfAbsent(name, Whole::new)
              .add(
                  new Cause(row.getString("reason"), row.getObject("code", Integer.class)), counts);
          return counts;
        });
    return FigureRows.all(wholes.values().stream().sorted(WORST_FIRST).map(Whole::row).toList());
  }

  private record Cause(@Nullable String reason, @Nullable Integer code) {

    @Nullable String codeText() {
      return code == null ? null : code.toString();
    }
  }

  /** All orders of one group. */
  private static final class Whole {

    private record Failed(Cause cause, long orders) {}

    private final String name;
    private final List<Failed> failed = new ArrayList<>();
    private Counts counts = Counts.NONE;

    Whole(String name) {
      this.name = name;
    }

    void add(Cause cause, Counts more) {
      counts = counts.plus(more);
      if (more.failed() > 0) {
        failed.add(new Failed(cause, more.failed()));
      }
    }

    List<Object> row() {
      Optional<Failed> main = main();
      return FigureRows.row(
          name,
          counts.ended(),
          counts.completed(),
          counts.failed(),
          counts.cancelled(),
          share(counts),
          main.map(failure -> failure.cause().reason()).orElse(null),
          main.map(failure -> failure.cause().codeText()).orElse(null),
          main.map(Failed::orders).orElse(null));
    }

    // If several reasons are equally frequent, there is no main one.
    private Optional<Failed> main() {
      long most = failed.stream().mapToLong(Failed::orders).max().orElse(0);
      List<Failed> first = failed.stream().filter(one -> one.orders() == most).toList();
      return first.size() == 1 ? Optional.of(first.get(0)) : Optional.empty();
    }

    // Cancelled orders do not count for the share of successful ones.
    private static @Nullable Double share(Counts counts) {
      long judged = counts.completed() + counts.failed();
      return judged == 0 ? null : Math.round(10_000.0 * counts.completed() / judged) / 10_000.0;
    }
  }
}
