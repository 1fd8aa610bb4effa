package io.domainflow.sandbox.command;

import io.domainflow.sandbox.protocol.Answer;
import io.domainflow.sandbox.protocol.Code;
import io.domainflow.sandbox.protocol.ReceivedCommand;
import io.domainflow.sandbox.protocol.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * The part of a list that FIRST and LIMIT ask for.
 *
 * @param rows the rows of this part
 */
public record Page<T>(List<T> rows, int first, int limit, int total) {

  private static final int MOST_ROWS = 10_000;

  public static <T> Page<T> of(List<T> all, ReceivedCommand call) {
    return of(all, call, MOST_ROWS);
  }

  /** A part with the usual number of rows if LIMIT is not given. */
  public static <T> Page<T> of(List<T> all, ReceivedCommand call, int usual) {
    Page<T> page = ofAnyLimit(all, call, usual);
    if (page.limit == 0) {
      // Otherwise the registrar's own clients would ask for the next empty part forever.
      throw new Refusal(Code.INVALID_VALUE, "LIMIT");
    }
    return page;
  }

  /** The same where LIMIT=0 is accepted: no rows, only the total. */
  public static <T> Page<T> ofAnyLimit(List<T> all, ReceivedCommand call, int usual) {
    int first = call.value("FIRST").map(Integer::parseInt).orElse(0);
    int limit =
        Math.min(
            MOST_ROWS,
            call.value("LIMIT")
                .filter(text -> !text.equals("ONLYLAST"))
                .map(Integer::parseInt)
                .orElse(usual));
    if (call.value("LIMIT").filter("ONLYLAST"::equals).isPresent()) {
      first = Math.max(0, all.size() - 1);
      limit = 1;
    }
    int from = Math.min(first, all.size());
    int to = Math.min(from + limit, all.size());
    return new Page<>(all.subList(from, to), first, limit, all.size());
  }

  /** An answer with the properties that every list has. */
  public Answer answer() {
    return Answer.of(Code.COMPLETED)
        .with("FIRST", Integer.toString(first))
        .with("LAST", Integer.toString(first + rows.size() - 1))
        .with("COUNT", Integer.toString(rows.size()))
        .with("LIMIT", Integer.toString(limit))
        .with("TOTAL", Integer.toString(total));
  }

  public List<String> column(Function<T, String> cell) {
    List<String> cells = new ArrayList<>();
    rows.forEach(row -> cells.add(cell.apply(row)));
    return cells;
  }
}
