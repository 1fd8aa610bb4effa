package io.domainflow.rest.imports;

import io.domainflow.imports.ImportFinding;
import io.domainflow.rest.SpreadsheetCell;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
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

/** The report of an import as a table for a spreadsheet (RFC 4180). */
@Component
class ImportCsv extends AbstractHttpMessageConverter<ImportReport> {

  static final String TYPE = "text/csv";

  /** The members of a finding. */
  static final List<String> HEADER =
      List.of("domain", "finding", "line", "billing", "registrar", "whatToDo");

  ImportCsv() {
    super(StandardCharsets.UTF_8, MediaType.valueOf(TYPE));
  }

  @Override
  protected boolean supports(Class<?> type) {
    return type == ImportReport.class;
  }

  @Override
  protected boolean canRead(MediaType type) {
    return false;
  }

  @Override
  protected ImportReport readInternal(
      Class<? extends ImportReport> type, HttpInputMessage message) {
    throw new HttpMessageNotReadableException("nobody sends reports this way", message);
  }

  @Override
  protected void writeInternal(ImportReport report, HttpOutputMessage message) throws IOException {
    message
        .getHeaders()
        .setContentDisposition(
            ContentDisposition.attachment()
                .filename("import-" + report.of().account() + ".csv")
                .build());
    StreamUtils.copy(table(report), StandardCharsets.UTF_8, message.getBody());
  }

  private static String table(ImportReport report) throws IOException {
    StringBuilder text = new StringBuilder();
    try (CSVPrinter table = new CSVPrinter(text, CSVFormat.RFC4180)) {
      table.printRecord(HEADER);
      for (ImportFinding finding : report.findings()) {
        table.printRecord(cells(finding).map(SpreadsheetCell::harmless));
      }
    }
    return text.toString();
  }

  private static Stream<String> cells(ImportFinding finding) {
    return Stream.of(
        finding.domain(),
        finding.finding().name(),
        finding.line() == null ? "" : finding.line().toString(),
        finding.billing() == null ? "" : finding.billing(),
        finding.registrar() == null ? "" : finding.registrar(),
        finding.whatToDo());
  }
}
