package io.domainflow.sandbox.stored;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One executed mutation.
 *
 * @param domain null if it is not about a name
 * @param charged negative for a refund
 * @param currency of {@code charged}; the account's own except for some premium names
 */
public record LedgerEntry(
    long seq,
    Instant at,
    String account,
    String role,
    String command,
    @Nullable String domain,
    Map<String, String> parameters,
    int code,
    String charged,
    String currency)
    implements Stored {
  @Override
  public String key() {
    return Stored.numbered(seq);
  }
}
