package io.domainflow.registrar.command;

import io.domainflow.model.ContactRole;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The contact handles in an answer, by role. */
final class StatedContacts {

  private StatedContacts() {}

  /** The handles of each role; roles without any are omitted. */
  static Map<ContactRole, List<String>> of(
      List<String> owner, List<String> admin, List<String> tech, List<String> billing) {
    Map<ContactRole, List<String>> stated = new EnumMap<>(ContactRole.class);
    stated.put(ContactRole.REGISTRANT, owner);
    stated.put(ContactRole.ADMIN, admin);
    stated.put(ContactRole.TECH, tech);
    stated.put(ContactRole.BILLING, billing);
    stated.values().removeIf(List::isEmpty);
    return stated;
  }
}
