package io.domainflow.rest.consent;

import io.domainflow.rest.SpreadsheetCell;
import io.domainflow.rest.SpreadsheetWriter;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Consents as a table for a spreadsheet. */
@Component
class ConsentCsv extends SpreadsheetWriter<ConsentExport> {

  ConsentCsv() {
    super(ConsentExport.class);
  }

  @Override
  protected String fileName(ConsentExport export) {
    return "consents-" + export.domain().ascii();
  }

  @Override
  protected Stream<String> columns(ConsentExport export) {
    return ConsentColumn.ALL.stream().map(ConsentColumn::member);
  }

  @Override
  protected Stream<Stream<String>> rows(ConsentExport export) {
    return export.consents().stream()
        .map(
            consent ->
                ConsentColumn.ALL.stream()
                    .map(column -> SpreadsheetCell.harmless(column.of(consent))));
  }
}
