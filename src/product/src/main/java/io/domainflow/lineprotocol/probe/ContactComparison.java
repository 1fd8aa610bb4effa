package io.domainflow.lineprotocol.probe;

import io.domainflow.model.ContactRole;
import io.domainflow.registrar.command.ReadDomain;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Compares the contacts of a name with those it should get. */
public final class ContactComparison {

  private ContactComparison() {}

  /** Whether this is the first contact of each of these roles. */
  public static boolean are(Map<ContactRole, String> wanted, ReadDomain.Result domain) {
    return wanted.entrySet().stream()
        .allMatch(role -> isFirst(role.getValue(), contacts(domain, role.getKey())));
  }

  private static List<String> contacts(ReadDomain.Result domain, ContactRole role) {
    return switch (role) {
      case REGISTRANT -> Optional.ofNullable(domain.ownerContact()).stream().toList();
      case ADMIN -> domain.adminContacts();
      case TECH -> domain.techContacts();
      case BILLING -> domain.billingContacts();
    };
  }

  private static boolean isFirst(String handle, List<String> contacts) {
    return !contacts.isEmpty() && contacts.get(0).equalsIgnoreCase(handle);
  }
}
