package io.domainflow.sandbox.stored;

import java.time.Instant;
import java.util.Map;

/**
 * A contact.
 *
 * @param fields values by the parameter names of AddContact; streets are STREET0, STREET1 …
 */
public record ContactObject(
    String handle, String account, Map<String, String> fields, String auth, Instant createdAt)
    implements Stored {

  public ContactObject withFields(Map<String, String> others) {
    return new ContactObject(handle, account, others, auth, createdAt);
  }

  @Override
  public String key() {
    return handle;
  }
}
