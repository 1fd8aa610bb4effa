package io.domainflow.rest.order;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads how long a caller prefers to wait for a more informative answer (RFC 7240). */
final class PreferredWait {

  /** Longer connections are cut by proxies between caller and server. */
  static final Duration LONGEST = Duration.ofSeconds(60);

  private static final Pattern PREFERENCE =
      Pattern.compile("(?:^|[,;])\\s*wait\\s*=\\s*\"?(\\d{1,5})\"?\\s*(?=$|[,;])");

  private PreferredWait() {}

  /**
   * Reads the header {@code Prefer}. An unknown preference is ignored, as the standard requires.
   */
  static Duration of(@Nullable String prefer) {
    Matcher wait = PREFERENCE.matcher(prefer == null ? "" : prefer);
    if (!wait.find()) {
      return Duration.ZERO;
    }
    Duration wanted = Duration.ofSeconds(Long.parseLong(wait.group(1)));
    return wanted.compareTo(LONGEST) > 0 ? LONGEST : wanted;
  }
}
