package io.domainflow.process.text;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Times as people read them in tasks and texts, written as on the pages. */
public final class PlainTime {

  private static final DateTimeFormatter FORMAT =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

  private PlainTime() {}

  /** Such as «2026-03-01 10:00 UTC»; «not stated» if it is null. */
  public static String of(@Nullable Instant instant) {
    return instant == null ? "not stated" : FORMAT.format(instant);
  }
}
