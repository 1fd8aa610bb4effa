package io.domainflow.sandbox.stored;

import java.time.Instant;
import java.util.List;

/**
 * One call, executed or not.
 *
 * @param code null where the caller got no readable answer
 * @param domain the first of {@code domains}, or null
 * @param fault the fault that struck, or null
 */
public record RequestEntry(
    long number,
    Instant at,
    String account,
    String command,
    String domain,
    List<String> domains,
    Integer code,
    boolean mutation,
    String fault)
    implements Stored {
  @Override
  public String key() {
    return Stored.numbered(number);
  }
}
