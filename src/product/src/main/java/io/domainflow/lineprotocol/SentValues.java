package io.domainflow.lineprotocol;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Removes values that were sent from the registrar's texts, which sometimes repeat them. */
final class SentValues {

  // Contact data, alone or of a role of a name, and additional fields, such as a legal ID. A
  // country
  // or state is about nobody, and may be any word.
  private static final Pattern PERSONAL =
      Pattern.compile(
          "(?:[A-Z]+CONTACT\\d+)?(?:FIRSTNAME|LASTNAME|ORGANIZATION|STREET\\d*|ZIP|CITY|PHONE|EMAIL)"
              + "|X-(?!FEE-).+");

  // A shorter value may be any word.
  private static final int SHORTEST = 3;

  private SentValues() {}

  /** The personal data among the parameters of a command. */
  static List<String> personal(Map<String, String> parameters) {
    return parameters.entrySet().stream()
        .filter(parameter -> PERSONAL.matcher(parameter.getKey()).matches())
        .map(Map.Entry::getValue)
        .filter(value -> value.strip().length() >= SHORTEST)
        .toList();
  }

  /** A text in which the values, as whole words, are replaced by an ellipsis. */
  static String without(Collection<String> values, String text) {
    String words = text;
    // longer values first, because a first name may be part of the e-mail address
    for (String value :
        values.stream()
            .filter(value -> !value.isBlank())
            .sorted(Comparator.comparingInt(String::length).reversed())
            .toList()) {
      words =
          Pattern.compile(
                  "(?<![\\p{L}\\p{N}])" + Pattern.quote(value) + "(?![\\p{L}\\p{N}])",
                  Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE)
              .matcher(words)
              .replaceAll("…");
    }
    return words;
  }
}
