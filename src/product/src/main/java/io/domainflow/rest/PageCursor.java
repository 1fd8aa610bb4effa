package io.domainflow.rest;

import io.domainflow.model.InvalidValue;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.function.Function;

/**
 * Writes and reads the position of the next page of a list, which callers receive and send back;
 * its content is internal.
 */
public final class PageCursor {

  private PageCursor() {}

  /**
   * Writes a position.
   *
   * @param position its parts, none of which contains a space
   */
  public static String of(Object... position) {
    String[] parts = new String[position.length];
    for (int i = 0; i < parts.length; i++) {
      parts[i] = position[i].toString();
    }
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(String.join(" ", parts).getBytes(StandardCharsets.UTF_8));
  }

  /**
   * Reads a position.
   *
   * @param length how many parts it has
   * @param position builds it from the parts
   * @throws InvalidValue if we have not written it
   */
  public static <T> T read(String cursor, int length, Function<String[], T> position) {
    try {
      String[] parts =
          new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8).split(" ", -1);
      if (parts.length == length && String.join("", parts).chars().allMatch(c -> c > ' ')) {
        return position.apply(parts);
      }
    } catch (IllegalArgumentException e) {
      // neither base64 nor ours: reported below
    }
    throw new InvalidValue("must be the value of next from the previous page");
  }
}
