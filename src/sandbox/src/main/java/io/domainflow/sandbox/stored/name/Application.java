package io.domainflow.sandbox.stored.name;

import io.domainflow.sandbox.stored.Stored;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * An application for a name.
 *
 * @param status REQUESTED, ACTIVE or FAILED
 * @param contacts handles by OWNER, ADMIN, TECH and BILLING
 * @param fields its further parameters
 */
public record Application(
    long number,
    String domain,
    String account,
    String status,
    String priceClass,
    int years,
    Instant createdAt,
    Instant updatedAt,
    boolean transferLock,
    String auth,
    Map<String, List<String>> contacts,
    List<String> nameservers,
    Map<String, String> fields)
    implements Stored {
  @Override
  public String key() {
    return Stored.numbered(number);
  }

  /** The handles of its contacts in a role; none if it has no contact there. */
  public List<String> handles(String role) {
    return contacts.getOrDefault(role, List.of());
  }

  public boolean requested() {
    return status.equals("REQUESTED");
  }

  public Application decided(String outcome, Instant at) {
    return new Application(
        number,
        domain,
        account,
        outcome,
        priceClass,
        years,
        createdAt,
        at,
        transferLock,
        auth,
        contacts,
        nameservers,
        fields);
  }

  /** The name applied for, from the given time on. */
  public RegisteredName asName(String nameStatus, Instant from, String renewalMode) {
    return RegisteredName.registered(
        domain,
        account,
        nameStatus,
        from,
        NameDates.expiry(from, years),
        years + "Y",
        renewalMode,
        transferLock,
        auth,
        priceClass,
        contacts,
        nameservers,
        fields);
  }
}
