package io.domainflow.sandbox.registry;

import io.domainflow.sandbox.protocol.ReceivedCommand;
import java.util.List;
import java.util.Set;

/** Knows the roles of names' contacts, and the slots with which a call fills them. */
public final class ContactSlots {

  /** The roles of the contacts of a name. */
  public static final List<String> ROLES = List.of("OWNER", "ADMIN", "TECH", "BILLING");

  /** The roles in which some zones have no contacts. */
  public static final Set<String> BESIDE_OWNER = Set.of("ADMIN", "TECH", "BILLING");

  private ContactSlots() {}

  /** The contact slots a call fills, such as OWNERCONTACT0, by handle or by data. */
  public static List<String> of(ReceivedCommand call) {
    return call.parameters().keySet().stream()
        .filter(name -> name.matches("(OWNER|ADMIN|TECH|BILLING)CONTACT[0-9].*"))
        .map(name -> name.substring(0, name.indexOf("CONTACT") + "CONTACT".length() + 1))
        .distinct()
        .sorted()
        .toList();
  }
}
