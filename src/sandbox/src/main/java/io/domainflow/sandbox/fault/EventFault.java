package io.domainflow.sandbox.fault;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A fault in the delivery of an event.
 *
 * @param copies how often it arrives
 * @param delay how late it arrives
 */
public record EventFault(int copies, Duration delay) {

  static final EventFault NONE = new EventFault(1, Duration.ZERO);

  private static final String LATE = "EVENTS_LATE_";

  /** A sentence for each fault of events, with {@code {}} in its name in place of a value. */
  public static final Map<String, String> MEANINGS = meanings();

  private static Map<String, String> meanings() {
    Map<String, String> meanings = new LinkedHashMap<>();
    meanings.put("EVENTS_LOST", "The event never arrives.");
    meanings.put("EVENTS_TWICE", "The event arrives twice.");
    meanings.put("EVENTS_REVERSED", "The next list of events comes in reverse order.");
    meanings.put(LATE + "{}", "The event arrives later than it happened.");
    return Collections.unmodifiableMap(meanings);
  }

  /** Whether this is the name of a fault of events. */
  public static boolean isName(String fault) {
    return switch (fault) {
      case "EVENTS_LOST", "EVENTS_TWICE", "EVENTS_REVERSED" -> true;
      default -> fault.startsWith(LATE) && delay(fault).isPresent();
    };
  }

  static EventFault of(String fault) {
    return switch (fault) {
      case "EVENTS_LOST" -> new EventFault(0, Duration.ZERO);
      case "EVENTS_TWICE" -> new EventFault(2, Duration.ZERO);
      default ->
          fault.startsWith(LATE)
              ? delay(fault).map(delay -> new EventFault(1, delay)).orElse(NONE)
              : NONE;
    };
  }

  private static Optional<Duration> delay(String fault) {
    try {
      return Optional.of(Duration.parse(fault.substring(LATE.length())))
          .filter(delay -> !delay.isNegative());
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }
}
