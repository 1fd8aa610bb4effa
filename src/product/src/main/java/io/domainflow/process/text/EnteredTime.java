package io.domainflow.process.text;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.Date;
import org.jspecify.annotations.Nullable;

/** Reads a time that a form or a caller of the engine gives. */
public final class EnteredTime {

  private EnteredTime() {}

  /**
   * Parses it. Only ISO 8601 is read: whatever else people type in a form, the form has read
   * before.
   *
   * @param given a date of the engine, or a text such as 2026-12-24 (the beginning of that day),
   *     2026-12-24T10:00 or 2026-12-24T10:00:00+01:00; without an offset it is in UTC. Null is none
   *     of these
   * @throws DateTimeException if it is not a time
   */
  public static Instant of(@Nullable Object given) {
    if (given instanceof Date date) {
      return date.toInstant();
    }
    String text = given == null ? "" : given.toString();
    if (text.length() == 10) {
      return LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant();
    }
    TemporalAccessor time =
        DateTimeFormatter.ISO_DATE_TIME.parseBest(text, OffsetDateTime::from, LocalDateTime::from);
    return time instanceof OffsetDateTime there
        ? there.toInstant()
        : LocalDateTime.from(time).toInstant(ZoneOffset.UTC);
  }
}
