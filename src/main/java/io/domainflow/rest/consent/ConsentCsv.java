package io.domainflow.rest.consent;

import io.domainflow.rest.SpreadsheetCell;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
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

/** Consents as a table for a spreadsheet (RFC 4180). */
@Component
class ConsentCsv extends AbstractHttpMessageConverter<ConsentExport> {

  static final String TYPE = "text/csv";

  ConsentCsv() {
    super(StandardCharsets.UTF_8, MediaType.valueOf(TYPE));
  }

  @Override
  protected boolean supports(Class<?> type) {
    return type == ConsentExport.class;
  }

  @Override
  protected boolean canRead(MediaType type) {
    return false;
  }

  @Override
  protected ConsentExport readInternal(
      Class<? extends ConsentExport> type, HttpInputMessage message) {
    throw new HttpMessageNotReadableException("nobody sends consents this way", message);
  }

  @Override
  protected void writeInternal(ConsentExport export, HttpOutputMessage message) throws IOException {
    message
        .getHeaders()
        .setContentDisposition(
            ContentDisposition.attachment()
                .filename("consents-" + export.domain().ascii() + ".csv")
                .build());
    StreamUtils.copy(table(export), StandardCharsets.UTF_8, message.getBody());
  }

  private static String table(ConsentExport export) throws IOException {
    StringBuilder text = new StringBuilder();
    try (CSVPrinter table = new CSVPrinter(text, CSVFormat.RFC4180)) {
      table.printRecord(ConsentColumn.ALL.stream().map(ConsentColumn::member));
      for (ConsentView consent : export.consents()) {
        table.printRecord(
            ConsentColumn.ALL.stream().map(column -> SpreadsheetCell.harmless(column.of(consent))));
      }
    }
    return text.toString();
  }
}
