package io.domainflow.process.changeofregistrant;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/** The new registrant as fields of a form, each under a key of its own. */
final class NewRegistrantForm {

  /** Members of the registrant by form key. */
  static final Map<String, String> FIELDS = fields();

  private static final String STREET = "street";

  private NewRegistrantForm() {}

  private static Map<String, String> fields() {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("newFirstName", "firstName");
    fields.put("newLastName", "lastName");
    fields.put("newOrganization", "organization");
    fields.put("newStreet", STREET);
    fields.put("newCity", "city");
    fields.put("newState", "state");
    fields.put("newPostalCode", "postalCode");
    fields.put("newCountry", "country");
    fields.put("newPhone", "phone");
    fields.put("newEmail", "email");
    return fields;
  }

  /**
   * Puts what was entered into an object of the order API.
   *
   * @param entered gives the value of a form key; null if there is none
   * @return whether anything was entered
   */
  static boolean read(Function<String, Object> entered, ObjectNode registrant) {
    FIELDS.forEach(
        (key, member) -> {
          if (entered.apply(key) instanceof String text && !text.isBlank()) {
            put(registrant, member, text.strip());
          }
        });
    return !registrant.isEmpty();
  }

  private static void put(ObjectNode registrant, String member, String text) {
    if (member.equals(STREET)) {
      Arrays.stream(text.split("[,\\n]"))
          .map(String::strip)
          .filter(line -> !line.isEmpty())
          .forEach(registrant.withArray(STREET)::add);
    } else {
      registrant.put(member, text);
    }
  }
}
