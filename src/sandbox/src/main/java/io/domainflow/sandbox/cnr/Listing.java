package io.domainflow.sandbox.cnr;

import io.domainflow.sandbox.command.Page;
import io.domainflow.sandbox.protocol.Answer;
import io.domainflow.sandbox.protocol.Code;
import io.domainflow.sandbox.protocol.ReceivedCommand;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Writes answers that are tables. */
public final class Listing {

  /** How many rows a list has if LIMIT is not given. */
  public static final int USUAL_LIMIT = 100;

  private Listing() {}

  /**
   * The part of a list that FIRST and LIMIT ask for.
   *
   * @param columns their names, and the cell of each row
   */
  public static <T> Answer of(
      ReceivedCommand call, List<T> rows, Map<String, Function<T, String>> columns) {
    return of(call, rows, columns, USUAL_LIMIT);
  }

  /**
   * The same, with this number of rows if LIMIT is not given.
   *
   * @param usual the number of rows
   */
  public static <T> Answer of(
      ReceivedCommand call, List<T> rows, Map<String, Function<T, String>> columns, int usual) {
    Page<T> page = Page.ofAnyLimit(rows, call, usual);
    // A client that calculates with LAST would fail on a value before the beginning of the list.
    int beyondFirst = Math.max(0, page.rows().size() - 1);
    return table(page.rows(), columns)
        .with("count", Integer.toString(page.rows().size()))
        .with("first", Integer.toString(page.first()))
        .with("last", Integer.toString(page.first() + beyondFirst))
        .with("limit", Integer.toString(page.limit()))
        .with("total", Integer.toString(page.total()));
  }

  /** Rows that are not a part of a larger list. */
  public static <T> Answer table(List<T> rows, Map<String, Function<T, String>> columns) {
    Answer answer = Answer.of(Code.COMPLETED).with("column", new ArrayList<>(columns.keySet()));
    columns.forEach((name, cell) -> answer.with(name, rows.stream().map(cell).toList()));
    return answer;
  }

  /** Columns, to be filled in the order in which they are listed. */
  public static <T> Map<String, Function<T, String>> columns() {
    return new LinkedHashMap<>();
  }
}
