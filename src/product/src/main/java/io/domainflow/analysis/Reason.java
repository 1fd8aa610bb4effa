package io.domainflow.analysis;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The reason of a failure, without the parts that concern one order only: names, times, ids and
 * numbers. Numbers of up to three digits stay, because they are codes of the registrar.
 */
record Reason(String text) {

  private static final String ONE = "…";

  /** The parts that concern one order only. */
  private static final Pattern PARTICULAR =
      Pattern.compile(
          // a time or a day
          "\\d{4}-\\d{2}-\\d{2}([T ]\\d{2}:\\d{2}(:\\d{2}(\\.\\d+)?)?Z?)?"
              // a name or an address
              + "|[\\p{L}\\p{N}][\\p{L}\\p{N}-]*(\\.[\\p{L}\\p{N}-]*[\\p{L}\\p{N}])+"
              // an id or a handle, which has digits and letters
              + "|\\b(?=[\\p{L}-]*\\d)(?=[\\d-]*\\p{L})[\\p{L}\\d]+(-[\\p{L}\\d]+)*\\b"
              + "|\\d{4,}");

  private static final int KEY_BYTES = 12;

  /**
   * Reads a text.
   *
   * @param names of the values it is given; nulls are skipped
   */
  static Reason of(String text, @Nullable String... names) {
    String rest = text;
    for (String name : names) {
      rest = name == null ? rest : rest.replace(name, ONE);
    }
    return new Reason(PARTICULAR.matcher(rest).replaceAll(ONE));
  }

  /**
   * A short key that is equal for the same reason at the same place.
   *
   * @param place where it happened; nulls are ignored
   */
  String key(@Nullable String... place) {
    String whole =
        Stream.concat(Stream.of(place), Stream.of(text))
            .map(part -> part == null ? "" : part)
            .collect(Collectors.joining("\n"));
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(whole.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, KEY_BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
