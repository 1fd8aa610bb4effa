package io.domainflow.imports;

/** The billing systems whose lists of names can be read. */
public enum ListFormat {
  /** WHMCS: its report «Domains», or its table of domains. */
  WHMCS,
  /** Blesta: its services. */
  BLESTA,
  /** Any other system: a column of domains, and other known columns. */
  PLAIN
}
