package io.domainflow.imports;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.springframework.util.StringUtils;

/**
 * Splits a table into rows, so that a broken row does not affect the others: reading continues with
 * the next line.
 */
final class CsvRows {

  /** A row with more lines than this lacks its closing quote. */
  private static final int MOST_LINES = 100;

  /**
   * How many lines are used to find the separator of cells: some tables have a title above their
   * header.
   */
  private static final int TOP = 5;

  private static final String QUOTE = "\"";

  private CsvRows() {}

  /**
   * One row.
   *
   * @param line its first line, from 1
   * @param cells empty if it is broken
   */
  record Row(int line, List<String> cells) {

    boolean isBroken() {
      return cells.isEmpty();
    }

    /** A cell without surrounding white space; empty if the row is too short. */
    String cell(int column) {
      return column < cells.size() ? cells.get(column).strip() : "";
    }
  }

  /**
   * All rows but empty ones; cells are separated by commas, or by semicolons if there are more of
   * those.
   */
  static List<Row> of(String text) {
    List<String> lines = text.lines().toList();
    CSVFormat format = CSVFormat.RFC4180.builder().setDelimiter(delimiter(lines)).get();
    List<Row> rows = new ArrayList<>();
    int next = 0;
    while (next < lines.size()) {
      int taken = 1;
      if (!lines.get(next).isBlank()) {
        List<String> cells = List.of();
        boolean open = false;
        for (int length = 1; cells.isEmpty() && mayHave(length, open, next, lines); length++) {
          int quotes = count(lines.get(next + length - 1), QUOTE);
          // a row of several lines ends with the one that has its closing quote
          if (length == 1 || quotes > 0) {
            cells = cells(String.join("\n", lines.subList(next, next + length)), format);
          }
          taken = cells.isEmpty() ? 1 : length;
          open ^= quotes % 2 == 1;
        }
        rows.add(new Row(next + 1, cells));
      }
      next += taken;
    }
    return rows;
  }

  private static String delimiter(List<String> lines) {
    String top = String.join("\n", lines.subList(0, Math.min(TOP, lines.size())));
    return count(top, ";") > count(top, ",") ? ";" : ",";
  }

  // A row has further lines only while a quote is open.
  private static boolean mayHave(int length, boolean open, int first, List<String> lines) {
    return length <= MOST_LINES && first + length <= lines.size() && (length == 1 || open);
  }

  private static int count(String line, String what) {
    return StringUtils.countOccurrencesOf(line, what);
  }

  private static List<String> cells(String row, CSVFormat format) {
    try (CSVParser parser = CSVParser.parse(row, format)) {
      List<CSVRecord> records = parser.getRecords();
      return records.size() == 1 ? records.get(0).toList() : List.of();
    } catch (IOException | UncheckedIOException e) {
      return List.of();
    }
  }
}
