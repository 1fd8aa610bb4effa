package io.domainflow.rest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.QuoteMode;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;

/**
 * Writes answers of one type as a table for a spreadsheet (RFC 4180), which a browser saves as a
 * file.
 *
 * @param <T> the answer
 */
public abstract class SpreadsheetWriter<T> extends AnswerWriter<T> {

  /** Content type of such a table. */
  public static final String TYPE = "text/csv";

  /** The same, as sent in an answer. */
  public static final MediaType MEDIA_TYPE =
      new MediaType(MediaType.valueOf(TYPE), StandardCharsets.UTF_8);

  private static final CSVFormat PLAIN = CSVFormat.RFC4180;

  /** For cells that a reader which also knows semicolons would split. */
  private static final CSVFormat QUOTED = PLAIN.builder().setQuoteMode(QuoteMode.ALL).get();

  /** Writes answers of this type. */
  protected SpreadsheetWriter(Class<T> answer) {
    super(answer, MediaType.valueOf(TYPE));
  }

  /** Name of the file, without its ending. */
  protected abstract String fileName(T answer);

  /** The column headings. */
  protected abstract Stream<String> columns(T answer);

  /**
   * The rows below the headings, cell by cell, in which text from people is {@link
   * SpreadsheetCell#harmless harmless}.
   */
  protected abstract Stream<Stream<String>> rows(T answer);

  @Override
  protected final void head(T answer, HttpHeaders headers) {
    headers.setContentDisposition(
        ContentDisposition.attachment().filename(fileName(answer) + ".csv").build());
  }

  @Override
  protected final String text(T answer) {
    StringBuilder text = new StringBuilder();
    try {
      print(columns(answer), text);
      for (Iterator<Stream<String>> rows = rows(answer).iterator(); rows.hasNext(); ) {
        print(rows.next(), text);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("text in memory can always be written", e);
    }
    return text.toString();
  }

  private static void print(Stream<String> row, StringBuilder text) throws IOException {
    boolean first = true;
    for (Iterator<String> cells = row.iterator(); cells.hasNext(); first = false) {
      String cell = cells.next();
      (cell.indexOf(';') < 0 ? PLAIN : QUOTED).print(cell, text, first);
    }
    PLAIN.println(text);
  }
}
