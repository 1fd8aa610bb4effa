package io.domainflow.lineprotocol.value;

import io.domainflow.model.InvalidValue;
import io.domainflow.model.Period;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The periods of a zone, as separate values or comma-separated in one value. */
public final class PeriodText {

  private PeriodText() {}

  /** The periods in whole years, in the order stated; others, such as months, are ignored. */
  public static List<Period> read(List<String> values) {
    return values.stream()
        .flatMap(value -> Arrays.stream(value.split(",")))
        .map(PeriodText::period)
        .flatMap(Optional::stream)
        .toList();
  }

  private static Optional<Period> period(String text) {
    try {
      return Optional.of(Period.of(text.strip().toUpperCase(Locale.ROOT)));
    } catch (InvalidValue e) {
      return Optional.empty();
    }
  }
}
