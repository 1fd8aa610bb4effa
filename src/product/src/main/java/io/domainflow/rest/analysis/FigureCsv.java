package io.domainflow.rest.analysis;

import io.domainflow.analysis.FigureColumn;
import io.domainflow.analysis.FigureTable;
import io.domainflow.rest.SpreadsheetCell;
import io.domainflow.rest.SpreadsheetWriter;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Figures as a table for a spreadsheet. */
@Component
class FigureCsv extends SpreadsheetWriter<FigureTable> {

  FigureCsv() {
    super(FigureTable.class);
  }

  @Override
  protected String fileName(FigureTable table) {
    String period = table.from() == null ? "" : "-" + table.from() + "-" + table.to();
    return table.figure() + period;
  }

  @Override
  protected Stream<String> columns(FigureTable table) {
    return table.columns().stream().map(FigureCsv::head);
  }

  @Override
  protected Stream<Stream<String>> rows(FigureTable table) {
    return table.rows().stream().map(row -> row.values().stream().map(FigureCsv::cell));
  }

  private static String head(FigureColumn column) {
    return column.kind() == FigureColumn.Kind.SECONDS
        ? column.title() + " (seconds)"
        : column.title();
  }

  // A negative number is not a text that a spreadsheet could run as a formula.
  private static String cell(@Nullable Object value) {
    if (value == null) {
      return "";
    }
    if (value instanceof Instant time) {
      return time.truncatedTo(ChronoUnit.SECONDS).toString();
    }
    return value instanceof String text && !text.matches("-?\\d+(\\.\\d+)?")
        ? SpreadsheetCell.harmless(text)
        : value.toString();
  }
}
