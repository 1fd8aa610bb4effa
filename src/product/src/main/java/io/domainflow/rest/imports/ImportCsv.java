package io.domainflow.rest.imports;

import io.domainflow.imports.ImportFinding;
import io.domainflow.rest.SpreadsheetCell;
import io.domainflow.rest.SpreadsheetWriter;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The report of an import as a table for a spreadsheet. */
@Component
class ImportCsv extends SpreadsheetWriter<ImportReport> {

  /** The column headings: the members of a finding. */
  static final List<String> HEADER =
      List.of("domain", "finding", "line", "billing", "registrar", "whatToDo");

  ImportCsv() {
    super(ImportReport.class);
  }

  @Override
  protected String fileName(ImportReport report) {
    return "import-" + report.of().account();
  }

  @Override
  protected Stream<String> columns(ImportReport report) {
    return HEADER.stream();
  }

  @Override
  protected Stream<Stream<String>> rows(ImportReport report) {
    return report.findings().stream().map(ImportCsv::cells);
  }

  private static Stream<String> cells(ImportFinding finding) {
    return Stream.of(
            finding.domain(),
            finding.finding().name(),
            finding.line() == null ? "" : finding.line().toString(),
            finding.billing() == null ? "" : finding.billing(),
            finding.registrar() == null ? "" : finding.registrar(),
            finding.whatToDo())
        .map(SpreadsheetCell::harmless);
  }
}
