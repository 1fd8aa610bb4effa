package io.domainflow.analysis;

import io.domainflow.model.DomainName;
import java.sql.ResultSet;
import java.sql.SQLException;
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

  /** The column {@code domain} with its own characters, as people read it; null if it is empty. */
  static @Nullable String domain(ResultSet row) throws SQLException {
    String domain = row.getString("domain");
    return domain == null ? null : DomainName.ofManaged(domain).unicode();
  }

  /** One row; a value may be null. */
  static List<Object> row(@Nullable Object... values) {
    return Collections.unmodifiableList(Arrays.asList(values));
  }
}
