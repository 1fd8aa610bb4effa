package io.domainflow.order.content;

import io.domainflow.model.InvalidValue;
import java.util.regex.Pattern;

/** The caller's own name for an order, unique per login; also the business key of its process. */
public record OrderReference(String text) {

  private static final Pattern ALLOWED = Pattern.compile("[A-Za-z0-9._:-]{1,64}");

  /**
   * Reads a reference.
   *
   * @throws InvalidValue if it is not 1 to 64 letters, digits and {@code . _ : -}
   */
  public static OrderReference of(String text) {
    // Dots alone would be a way up in a path.
    if (!ALLOWED.matcher(text).matches() || text.equals(".") || text.equals("..")) {
      throw new InvalidValue("must be 1 to 64 letters, digits or . _ : -, and not only dots");
    }
    return new OrderReference(text);
  }

  @Override
  public String toString() {
    return text;
  }
}
