package io.domainflow.sandbox.stored.name;

import io.domainflow.sandbox.stored.Stored;
import java.time.Instant;
import java.util.List;

/**
 * A DNS zone.
 *
 * @param name with the final dot
 * @param records lines with owner, seconds, {@code IN}, type and data
 */
public record DnsZone(
    String name,
    String account,
    Soa soa,
    List<String> records,
    String status,
    Instant createdAt,
    Instant updatedAt)
    implements Stored {
  @Override
  public String key() {
    return name;
  }
}
