package io.domainflow.imports;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The row of a billing system's list for one name.
 *
 * @param line first line of the row, from 1
 * @param domain in its ASCII form; as written if it is not a name
 * @param asWritten the members below as they were written, for people
 * @param expiresOn end of the period; null if not stated
 * @param dueOn when the billing system bills it next; null if not stated
 * @param problem which part of the row cannot be read, as a part of a sentence; null if all can
 */
public record BillingRow(
    int line,
    String domain,
    Standing standing,
    String asWritten,
    @Nullable LocalDate expiresOn,
    @Nullable LocalDate dueOn,
    @Nullable String problem) {

  /** The billing system's intention for the name. */
  public enum Standing {
    /** The name is billed and to be renewed. */
    BILLED,
    /** The name is not there yet. */
    PENDING,
    /** The name is there, and is not to be renewed. */
    NOT_RENEWED,
    /** The name is no longer billed. */
    ENDED,
    /** The name has left for another registrar. */
    LEFT,
    /** There is no domain name in the row. */
    NO_NAME
  }
}
