package io.domainflow.ispapi.command;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Interprets the registrar's texts about a transfer lock. */
public final class TransferLockWords {

  private static final Pattern LOCKED_UNTIL =
      Pattern.compile(
          "TRANSFERLOCK in place until (\\d{4}-\\d{2}-\\d{2})(?:[ T](\\d{2}:\\d{2}:\\d{2}))?",
          Pattern.CASE_INSENSITIVE);

  private TransferLockWords() {}

  /**
   * Until when a transfer lock cannot be removed, as stated in a refusal with {@link
   * io.domainflow.lineprotocol.message.ResultCode#STATUS_PROHIBITS_OPERATION} after a change of
   * registrant (wiki of the registrar on IRTP). A day without a time counts to its end, in UTC.
   *
   * @param words the registrar's message, which is not guaranteed
   */
  public static Optional<Instant> lockedUntil(String words) {
    Matcher until = LOCKED_UNTIL.matcher(words);
    if (!until.find()) {
      return Optional.empty();
    }
    try {
      LocalDate day = LocalDate.parse(until.group(1));
      LocalDateTime end =
          until.group(2) == null
              ? day.plusDays(1).atStartOfDay()
              : day.atTime(LocalTime.parse(until.group(2)));
      return Optional.of(end.toInstant(ZoneOffset.UTC));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }
}
