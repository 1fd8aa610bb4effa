package io.domainflow.imports;

/** The state of an import. */
public enum ImportState {
  /** The import reads or compares, or waits for the registrar. */
  RUNNING,
  /** The report is available. */
  COMPLETED,
  /** The import ended without a report; the reason says why. */
  FAILED
}
