package io.domainflow.analysis;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a figure.
 *
 * @param rows the values in the order of the columns
 * @param more whether there are more
 */
record FigureRows(List<List<Object>> rows, boolean more) {

  static FigureRows all(List<List<Object>> rows) {
    return new FigureRows(rows, false);
  }

  /** The rows up to the limit of a list, from a query for one row more. */
  static FigureRows first(List<List<Object>> rows) {
    return new FigureRows(
        rows.stream().limit(FigureTable.LONGEST_LIST).toList(),
        rows.size() > FigureTable.LONGEST_LIST);
  }

  /** One row; a value may be null. */
  static List<Object> row(@Nullable Object... values) {
    return Collections.unmodifiableList(Arrays.asList(values));
  }
}
