package io.domainflow.lineprotocol.value;

import io.domainflow.model.Contact;
import io.domainflow.model.ContactRole;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A contact as parameters of a domain command: {@code OWNERCONTACT0=P-ABC123} for an existing
 * handle, {@code OWNERCONTACT0FIRSTNAME=…} and so on for contact data, for which the registrar
 * creates a handle.
 */
public final class ContactParameters {

  private ContactParameters() {}

  public static void put(Map<String, String> parameters, ContactRole role, Contact contact) {
    String prefix = key(role);
    if (contact.isHandle()) {
      parameters.put(prefix, contact.handle());
    } else {
      putData(parameters, prefix, contact);
    }
  }

  /** The parameter for the handle of the first contact in a role. */
  public static String key(ContactRole role) {
    return numbered(role) + 0;
  }

  /** Replaces all handles of a role; an empty list removes them. */
  public static void replace(
      Map<String, String> parameters, ContactRole role, List<String> handles) {
    for (int i = 0; i < handles.size(); i++) {
      parameters.put(numbered(role) + i, handles.get(i));
    }
    if (handles.isEmpty()) {
      parameters.put(key(role), "");
    }
  }

  private static String numbered(ContactRole role) {
    return switch (role) {
      case REGISTRANT -> "OWNERCONTACT";
      case ADMIN -> "ADMINCONTACT";
      case TECH -> "TECHCONTACT";
      case BILLING -> "BILLINGCONTACT";
    };
  }

  /** Adds contact data in the form of AddContact, each parameter with a prefix. */
  public static void putData(Map<String, String> parameters, String prefix, Contact contact) {
    putIfGiven(parameters, prefix + "FIRSTNAME", contact.firstName());
    putIfGiven(parameters, prefix + "LASTNAME", contact.lastName());
    putIfGiven(parameters, prefix + "ORGANIZATION", contact.organization());
    putStreet(parameters, prefix + "STREET", contact.street());
    putIfGiven(parameters, prefix + "ZIP", contact.postalCode());
    putIfGiven(parameters, prefix + "CITY", contact.city());
    putIfGiven(parameters, prefix + "STATE", contact.state());
    putIfGiven(parameters, prefix + "COUNTRY", contact.country());
    putIfGiven(parameters, prefix + "PHONE", contact.phone());
    putIfGiven(parameters, prefix + "EMAIL", contact.email());
  }

  // AddContact uses STREET for one line, and STREET0, STREET1, … for several.
  private static void putStreet(Map<String, String> parameters, String key, List<String> lines) {
    if (lines.size() == 1) {
      parameters.put(key, lines.get(0));
      return;
    }
    for (int i = 0; i < lines.size(); i++) {
      parameters.put(key + i, lines.get(i));
    }
  }

  // An empty value would clear the field at the registrar; a missing one leaves it unchanged.
  private static void putIfGiven(
      Map<String, String> parameters, String key, @Nullable String value) {
    if (value != null && !value.isEmpty()) {
      parameters.put(key, value);
    }
  }
}
