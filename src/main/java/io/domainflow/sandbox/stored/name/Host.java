package io.domainflow.sandbox.stored.name;

import io.domainflow.sandbox.stored.Stored;
import java.time.Instant;
import java.util.List;

/**
 * A name server below a name, with its addresses. It is whose the name is, and is gone when the
 * name is.
 *
 * @param domain the name it is below
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
