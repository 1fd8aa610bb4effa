package io.domainflow.ote;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** The formats of values. */
enum Format {
  ZERO_OR_ONE("[01]"),
  YES_OR_NO("(?i)yes|no"),
  WHOLE_NUMBER("-?\\d+"),
  DECIMAL_NUMBER("-?\\d+\\.\\d+"),
  DATE_AND_TIME("\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d"),
  DATE_AND_TIME_WITH_FRACTION("\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d\\.\\d+"),
  YEARS_OR_MONTHS("\\d+[YM]"),
  DAYS("-?\\d+d"),
  CODE_AND_TEXT("\\d{3}\\s+\\D.*"),
  PERCENT_ENCODED("(?=.*%[0-9A-Fa-f]{2})\\S+"),
  /** Any other text; only if no format above matches all values. */
  TEXT("(?s).*");

  private final Pattern pattern;

  Format(String pattern) {
    this.pattern = Pattern.compile(pattern);
  }

  /** The formats that match all these values, which are not empty. */
  static Set<Format> of(List<String> values) {
    Set<Format> formats = EnumSet.complementOf(EnumSet.of(TEXT));
    formats.removeIf(
        format -> !values.stream().allMatch(value -> format.pattern.matcher(value).matches()));
    return formats.isEmpty() ? EnumSet.of(TEXT) : formats;
  }

  /** The name for people. */
  String words() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
