package io.domainflow.sandbox.stored;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One call, executed or not.
 *
 * @param code null where the caller got no readable answer
 * @param domain the first of {@code domains}; null if there is none
 * @param fault the fault that took effect; null if none did
 */
public record RequestEntry(
    long number,
    Instant at,
    String account,
    String command,
    @Nullable String domain,
    List<String> domains,
    @Nullable Integer code,
    boolean mutation,
    @Nullable String fault)
    implements Stored {
  @Override
  public String key() {
    return Stored.numbered(number);
  }
}
