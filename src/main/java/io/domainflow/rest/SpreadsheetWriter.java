package io.domainflow.rest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
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
    try (CSVPrinter table = new CSVPrinter(text, CSVFormat.RFC4180)) {
      table.printRecord(columns(answer));
      for (Iterator<Stream<String>> rows = rows(answer).iterator(); rows.hasNext(); ) {
        table.printRecord(rows.next());
      }
    } catch (IOException e) {
      throw new UncheckedIOException("text in memory can always be written", e);
    }
    return text.toString();
  }
}
