package io.domainflow.sandbox.stored.name;

import io.domainflow.sandbox.stored.Stored;
import java.time.Instant;
import java.util.List;

/**
 * A name server below a name, with its addresses. It belongs to the owner of the name, and is
 * deleted with the name.
 *
 * @param domain the name above it
 */
public record Host(
    String name, String domain, List<String> addresses, Instant createdAt, Instant updatedAt)
    implements Stored {
  @Override
  public String key() {
    return name;
  }

  public Host at(List<String> others, Instant time) {
    return new Host(name, domain, others, createdAt, time);
  }
}
