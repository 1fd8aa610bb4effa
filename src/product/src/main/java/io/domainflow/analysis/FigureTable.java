package io.domainflow.analysis;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Figures as a table.
 *
 * @param figure its name
 * @param from first day in UTC; null for figures of the present state
 * @param to last day, which is included
 * @param asOf when they were read
 * @param rows a value for each column, by its key; null where it is unknown
 * @param more whether there are more rows than these
 */
public record FigureTable(
    String figure,
    String title,
    @Nullable LocalDate from,
    @Nullable LocalDate to,
    Instant asOf,
    List<FigureColumn> columns,
    List<Map<String, Object>> rows,
    boolean more) {

  /** The maximum number of rows in lists of single orders or names. */
  static final int LONGEST_LIST = 500;

  public FigureTable {
    columns = List.copyOf(columns);
    rows = List.copyOf(rows);
  }

  static FigureTable of(FigureHead head, FigureCriteria criteria, Instant asOf, FigureRows found) {
    List<Map<String, Object>> rows = new ArrayList<>();
    for (List<Object> values : found.rows()) {
      Map<String, Object> row = new LinkedHashMap<>();
      for (int i = 0; i < values.size(); i++) {
        row.put(head.columns().get(i).key(), values.get(i));
      }
      rows.add(Collections.unmodifiableMap(row));
    }
    return new FigureTable(
        head.name(),
        head.title(),
        criteria.from(),
        criteria.to(),
        asOf,
        head.columns(),
        rows,
        found.more());
  }
}
