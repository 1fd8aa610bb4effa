package io.domainflow.sandbox.stored;

import org.jspecify.annotations.Nullable;

/**
 * A fault waiting for its call.
 *
 * @param times how often it will still take effect
 * @param domain pattern with {@code *}
 * @param description text after that of the code; null for the sandbox's own
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
