package io.domainflow.sandbox.stored;

import java.time.Instant;
import java.util.List;

/** One line of the object log. */
public record LogEntry(
    long index,
    Instant at,
    String account,
    String role,
    String objectClass,
    String objectId,
    String type,
    String status,
    List<String> info)
    implements Stored {
  @Override
  public String key() {
    return Stored.numbered(index);
  }
}
