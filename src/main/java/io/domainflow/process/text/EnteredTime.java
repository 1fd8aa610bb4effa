package io.domainflow.process.text;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Date;
import org.jspecify.annotations.Nullable;

/** Reads a time that a form or a caller of the engine gives. */
public final class EnteredTime {

  private EnteredTime() {}

  /**
   * Parses it.
   *
   * @param given a date of the engine, or a text such as 2026-12-24 (the beginning of that day in
   *     UTC) or 2026-12-24T10:00:00Z; null is none of these
   * @throws DateTimeException if it is not a time
   */
  public static Instant of(@Nullable Object given) {
    if (given instanceof Date date) {
      return date.toInstant();
    }
    String text = given == null ? "" : given.toString();
    return text.length() == 10
        ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()
        : OffsetDateTime.parse(text).toInstant();
  }
}
