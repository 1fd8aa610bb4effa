package io.domainflow.imports;

/** How an import stands. */
public enum ImportState {
  /** It reads or compares, or waits for the registrar. */
  RUNNING,
  /** Its report is there. */
  COMPLETED,
  /** It ended without a report; the reason says why. */
  FAILED
}
