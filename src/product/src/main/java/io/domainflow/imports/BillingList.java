package io.domainflow.imports;

import java.util.List;

/**
 * A billing system's list of names.
 *
 * @param rows in their order, including those that cannot be read
 */
public record BillingList(ListFormat format, List<BillingRow> rows) {

  public BillingList {
    rows = List.copyOf(rows);
  }
}
