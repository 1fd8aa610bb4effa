package io.domainflow.sandbox.protocol;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;

/** Reads and writes dates in the registrar's format: {@code 2027-03-01 10:00:00}, UTC. */
public final class RegistrarDate {

  /** The text for no date. */
  public static final String NONE = "0000-00-00 00:00:00";

  private static final DateTimeFormatter FORMAT =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss").withResolverStyle(ResolverStyle.STRICT);

  private RegistrarDate() {}

  public static String of(Instant instant) {
    return FORMAT.format(instant.atOffset(ZoneOffset.UTC));
  }

  /**
   * Reads a date with or without a time of day.
   *
   * @throws Refusal naming the parameter if it is neither
   */
  public static Instant parse(String parameter, String text) {
    try {
      return text.length() == 10
          ? LocalDate.parse(text).atStartOfDay().toInstant(ZoneOffset.UTC)
          : LocalDateTime.parse(text, FORMAT).toInstant(ZoneOffset.UTC);
    } catch (DateTimeParseException e) {
      throw new Refusal(Code.INVALID_SYNTAX, parameter);
    }
  }
}
