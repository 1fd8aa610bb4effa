package io.domainflow.sandbox.stored;

import org.jspecify.annotations.Nullable;

/**
 * A fault waiting for its call.
 *
 * @param times how often it still strikes
 * @param domain pattern with {@code *}
 * @param description put behind the code's text; null for the sandbox's own
 */
public record FaultEntry(
    long number,
    String command,
    String fault,
    int times,
    String domain,
    @Nullable String description)
    implements Stored {
  @Override
  public String key() {
    return Stored.numbered(number);
  }
}
