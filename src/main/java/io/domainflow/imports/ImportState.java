package io.domainflow.imports;

/** The state of an import. */
public enum ImportState {
  /** It reads or compares, or waits for the registrar. */
  RUNNING,
  /** Its report is there. */
  COMPLETED,
  /** It ended without a report; the reason says why. */
  FAILED
}
