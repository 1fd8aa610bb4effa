package io.domainflow.imports;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The row of a billing system's list for one name.
 *
 * @param line first line of the row, from 1
 * @param domain in its ASCII form; as it was written where it is no name
 * @param said the same as the members below, as it was written, for people
 * @param expiresOn end of the period; null if not stated
 * @param dueOn when billing bills it next; null if not stated
 * @param problem what of the row cannot be read, as a part of a sentence; null if all can
 */
public record BillingRow(
    int line,
    String domain,
    Standing standing,
    String said,
    @Nullable LocalDate expiresOn,
    @Nullable LocalDate dueOn,
    @Nullable String problem) {

  /** What the billing system means to do with the name. */
  public enum Standing {
    /** It is billed and to be renewed. */
    BILLED,
    /** It is still to come. */
    PENDING,
    /** It is there, and is not to be renewed. */
    NOT_RENEWED,
    /** It is no longer billed. */
    ENDED,
    /** It has gone to another registrar. */
    LEFT,
    /** There is no domain name in the row. */
    NO_NAME
  }
}
