package io.domainflow.sandbox;

import java.time.Instant;
import java.util.List;

/** One line of the object log. */
record LogEntry(
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
