package io.domainflow.sandbox.protocol;

import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Matches patterns in which {@code *} stands for any text, ignoring case. */
public final class Wildcard {

  private Wildcard() {}

  public static boolean matches(String pattern, String text) {
    String regex =
        Arrays.stream(pattern.split("\\*+", -1))
            .map(Pattern::quote)
            .collect(Collectors.joining(".*"));
    return Pattern.compile(regex, Pattern.CASE_INSENSITIVE).matcher(text).matches();
  }
}
