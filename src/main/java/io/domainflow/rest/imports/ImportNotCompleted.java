package io.domainflow.rest.imports;

import io.domainflow.imports.NamesImport;

/** The import has no report: it is running, or has failed. */
class ImportNotCompleted extends RuntimeException {

  ImportNotCompleted(NamesImport found) {
    super(
        found.reason() == null
            ? "the import is still running; ask for its report later"
            : "the import has failed, and has no report: " + found.reason());
  }
}
