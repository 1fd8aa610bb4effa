package io.domainflow.lineprotocol.message;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The registrar's answer.
 *
 * <p>An unreadable value (such as an invalid date or boolean) counts as absent, because the answer
 * to a paid command must not be lost over one odd field.
 *
 * @param code three digits, see {@link ResultCode}
 * @param description general text, then the detail after a semicolon, if any
 * @param pending whether the registrar accepted the command but has not completed it
 * @param properties by upper-case name; a missing index is null
 */
public record RegistrarResponse(
    int code, String description, boolean pending, Map<String, List<@Nullable String>> properties) {

  /** The pattern also matches later years, which our calendar does not support. */
  private static final int LAST_YEAR = 9_999;

  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss[.S]", Locale.ROOT)
          .withResolverStyle(ResolverStyle.STRICT);

  public RegistrarResponse {
    Map<String, List<@Nullable String>> copy = new LinkedHashMap<>();
    properties.forEach(
        (name, values) -> copy.put(name, Collections.unmodifiableList(new ArrayList<>(values))));
    properties = Collections.unmodifiableMap(copy);
  }

  /** The value at index 0, unless it is missing or empty. */
  public Optional<String> first(String property) {
    return at(property, 0);
  }

  /** The value at an index, unless it is missing or empty. */
  public Optional<String> at(String property, int index) {
    List<@Nullable String> values = properties.getOrDefault(property, List.of());
    return index < values.size()
        ? Optional.ofNullable(values.get(index)).filter(value -> !value.isEmpty())
        : Optional.empty();
  }

  /** All values that are neither missing nor empty, in the order of their indexes. */
  public List<String> all(String property) {
    return properties.getOrDefault(property, List.of()).stream()
        .filter(Objects::nonNull)
        .filter(value -> !value.isEmpty())
        .toList();
  }

  /**
   * The first value as a point in time. The registrar writes {@code 2027-03-01 10:00:00}, UTC, and
   * {@code 0000-00-00 00:00:00} means «never»; dates of events can end in {@code .0}.
   */
  public Optional<Instant> instant(String property) {
    return instantAt(property, 0);
  }

  /** The value at an index as a point in time, read as {@link #instant} does. */
  public Optional<Instant> instantAt(String property, int index) {
    return at(property, index)
        .filter(text -> !text.startsWith("0000-00-00"))
        .flatMap(this::readDate);
  }

  /** The first value as yes ({@code 1}, {@code YES}) or no ({@code 0}, {@code NO}). */
  public Optional<Boolean> flag(String property) {
    return flagAt(property, 0);
  }

  /** The value at an index as yes or no, read as {@link #flag} does. */
  public Optional<Boolean> flagAt(String property, int index) {
    return at(property, index)
        .flatMap(
            text ->
                switch (text.toUpperCase(Locale.ROOT)) {
                  case "1", "YES" -> Optional.of(true);
                  case "0", "NO" -> Optional.of(false);
                  default -> Optional.empty();
                });
  }

  /** A truncated text with an ellipsis. */
  public static String cut(String text, int longest) {
    if (text.length() <= longest) {
      return text;
    }
    int end = Character.isHighSurrogate(text.charAt(longest - 1)) ? longest - 1 : longest;
    return text.substring(0, end) + "…";
  }

  /** The part of the description after its first semicolon, or an empty text. */
  public String detail() {
    int semicolon = description.indexOf(';');
    return semicolon < 0 ? "" : description.substring(semicolon + 1).strip();
  }

  /**
   * Shows only the code and the property names, because values can be auth codes and personal data.
   */
  @Override
  public String toString() {
    return "RegistrarResponse[" + code + ", " + properties.keySet() + "]";
  }

  private Optional<Instant> readDate(String text) {
    try {
      return Optional.of(LocalDateTime.parse(text, DATE))
          .filter(date -> date.getYear() >= 1 && date.getYear() <= LAST_YEAR)
          .map(date -> date.toInstant(ZoneOffset.UTC));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }
}
