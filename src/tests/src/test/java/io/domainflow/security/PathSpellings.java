package io.domainflow.security;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Generates alternative spellings of a path, each of which some part of some server treats as
 * equal.
 */
final class PathSpellings {

  private static final List<String> ENDS =
      List.of(
          "/", "//", "/.", "/./", "/x/..", ";", ";x=1", "/;", "%2f", "%2F", "%20", "%00", "%09",
          "%0a", "%3b", "%3Fx", "%23", ".", "..", ".json", ".html", "\\", "%5c", "?", "?x=/",
          "/?x");
  private static final List<String> SLASHES =
      List.of(
          "//",
          "/./",
          "/x/../",
          "/;/",
          ";/",
          ";x=1/",
          "%2f",
          "/%2f",
          "/%2e/",
          "\\",
          "%5c",
          "%252f",
          "%c0%af",
          "%ef%bc%8f",
          "/%20",
          "%20/",
          "/%09");

  private PathSpellings() {}

  /** All alternative spellings, without the plain one. */
  static Set<String> of(String path) {
    Set<String> spellings = new LinkedHashSet<>();
    ENDS.forEach(end -> spellings.add(path + end));
    for (int at = 0; at < path.length(); at++) {
      char character = path.charAt(at);
      if (character == '/') {
        for (String slash : SLASHES) {
          spellings.add(path.substring(0, at) + slash + path.substring(at + 1));
        }
      }
    }
    String[] segments = path.substring(1).split("/");
    for (int i = 0; i < segments.length; i++) {
      for (String spelling : ofSegment(segments[i])) {
        String[] other = segments.clone();
        other[i] = spelling;
        spellings.add("/" + String.join("/", other));
      }
    }
    spellings.remove(path);
    return spellings;
  }

  private static Set<String> ofSegment(String segment) {
    Set<String> spellings = new LinkedHashSet<>();
    if (segment.isEmpty()) {
      return spellings;
    }
    spellings.add(segment.toUpperCase(Locale.ROOT));
    spellings.add(Character.toUpperCase(segment.charAt(0)) + segment.substring(1));
    for (int at = 0; at < segment.length(); at++) {
      if (at == 0 || !Character.isLetterOrDigit(segment.charAt(at))) {
        String encoded = encoded(segment.charAt(at));
        for (String form :
            List.of(encoded, encoded.toLowerCase(Locale.ROOT), "%25" + encoded.substring(1))) {
          spellings.add(segment.substring(0, at) + form + segment.substring(at + 1));
        }
      }
    }
    // a long s and a dotless i are small letters of capitals that others have, too
    spellings.add(
        segment
            .replace("s", URLEncoder.encode("ſ", StandardCharsets.UTF_8))
            .replace("i", URLEncoder.encode("ı", StandardCharsets.UTF_8)));
    return spellings;
  }

  private static String encoded(char character) {
    return "%%%02X".formatted((int) character);
  }
}
