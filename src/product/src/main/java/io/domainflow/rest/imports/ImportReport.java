package io.domainflow.rest.imports;

import com.fasterxml.jackson.annotation.JsonValue;
import io.domainflow.imports.ImportFinding;
import io.domainflow.imports.NamesImport;
import java.util.List;

/** The findings of an import: a list in JSON, or a table for a spreadsheet. */
record ImportReport(NamesImport of, List<ImportFinding> findings) {

  @Override
  @JsonValue
  public List<ImportFinding> findings() {
    return findings;
  }
}
