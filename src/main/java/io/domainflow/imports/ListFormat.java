package io.domainflow.imports;

/** Which system a list of names comes from. */
public enum ListFormat {
  /** WHMCS: its report «Domains», or its table of domains. */
  WHMCS,
  /** Blesta: its services. */
  BLESTA,
  /** Any other: a column of domains, and what else is known. */
  PLAIN
}
