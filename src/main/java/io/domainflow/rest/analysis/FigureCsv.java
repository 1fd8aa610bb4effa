package io.domainflow.rest.analysis;

import io.domainflow.analysis.FigureColumn;
import io.domainflow.analysis.FigureTable;
import io.domainflow.rest.SpreadsheetCell;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.HttpOutputMessage;
import org.springframework.http.MediaType;
import org.springframework.http.converter.AbstractHttpMessageConverter;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.stereotype.Component;
import org.springframework.util.StreamUtils;

/** Figures as a table for a spreadsheet (RFC 4180). */
@Component
class FigureCsv extends AbstractHttpMessageConverter<FigureTable> {

  static final String TYPE = "text/csv";
  static final MediaType MEDIA_TYPE = new MediaType("text", "csv", StandardCharsets.UTF_8);

  FigureCsv() {
    super(StandardCharsets.UTF_8, MediaType.valueOf(TYPE));
  }

  @Override
  protected boolean supports(Class<?> type) {
    return type == FigureTable.class;
  }

  @Override
  protected boolean canRead(MediaType type) {
    return false;
  }

  @Override
  protected FigureTable readInternal(Class<? extends FigureTable> type, HttpInputMessage message) {
    throw new HttpMessageNotReadableException("nobody sends figures this way", message);
  }

  @Override
  protected void writeInternal(FigureTable table, HttpOutputMessage message) throws IOException {
    message
        .getHeaders()
        .setContentDisposition(ContentDisposition.attachment().filename(fileName(table)).build());
    StreamUtils.copy(text(table), StandardCharsets.UTF_8, message.getBody());
  }

  private static String fileName(FigureTable table) {
    String period = table.from() == null ? "" : "-" + table.from() + "-" + table.to();
    return table.figure() + period + ".csv";
  }

  private static String text(FigureTable table) throws IOException {
    StringBuilder text = new StringBuilder();
    try (CSVPrinter printer = new CSVPrinter(text, CSVFormat.RFC4180)) {
      printer.printRecord(table.columns().stream().map(FigureCsv::head));
      for (Map<String, Object> row : table.rows()) {
        printer.printRecord(row.values().stream().map(FigureCsv::cell));
      }
    }
    return text.toString();
  }

  private static String head(FigureColumn column) {
    return column.kind() == FigureColumn.Kind.SECONDS
        ? column.title() + " (seconds)"
        : column.title();
  }

  // A negative number is not a text that a spreadsheet could run as a formula.
  private static String cell(Object value) {
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
