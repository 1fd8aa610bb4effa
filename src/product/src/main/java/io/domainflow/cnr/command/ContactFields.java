package io.domainflow.cnr.command;

import io.domainflow.lineprotocol.value.ContactParameters;
import io.domainflow.model.Contact;
import io.domainflow.model.ContactRole;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Contact data as in {@code AddContact}, each parameter with a prefix: as for other commands, but
 * with numbered street lines even if there is only one.
 */
final class ContactFields {

  private ContactFields() {}

  static void put(Map<String, String> parameters, String prefix, Contact contact) {
    Map<String, String> data = new LinkedHashMap<>();
    ContactParameters.putData(data, prefix, contact);
    data.forEach(
        (key, value) ->
            parameters.put(key.equals(prefix + "STREET") ? prefix + "STREET0" : key, value));
  }

  /** Puts a contact in a role of a name, as a handle or as data. */
  static void put(Map<String, String> parameters, ContactRole role, Contact contact) {
    String key = ContactParameters.key(role);
    if (contact.isHandle()) {
      parameters.put(key, contact.handle());
    } else {
      put(parameters, key, contact);
    }
  }
}
