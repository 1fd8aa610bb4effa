package io.domainflow.rest.imports;

import io.domainflow.imports.NamesImport;

/** The import has no report: it is running, or has failed. */
class ImportNotCompleted extends RuntimeException {

  private final String why;

  ImportNotCompleted(NamesImport found) {
    this(
        found.reason() == null
            ? "the import is still running; ask for its report later"
            : "the import has failed, and has no report: " + found.reason());
  }

  private ImportNotCompleted(String why) {
    super(why);
    this.why = why;
  }

  String why() {
    return why;
  }
}
