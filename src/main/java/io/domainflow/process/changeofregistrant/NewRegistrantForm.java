package io.domainflow.process.changeofregistrant;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.domainflow.model.Contact;
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
   */
  static void read(Function<String, Object> entered, ObjectNode registrant) {
    FIELDS.forEach(
        (key, member) -> {
          if (entered.apply(key) instanceof String text && !text.isBlank()) {
            put(registrant, member, text.strip());
          }
        });
  }

  /**
   * Puts a registrant into an object of the order API as it was corrected. What is not among the
   * answers, or is as the form showed it, stays as it is.
   *
   * @param entered gives the value of a form key; null if there is none
   * @return whether anything is different
   */
  static boolean correct(Function<String, Object> entered, Contact shown, ObjectNode registrant) {
    boolean different = false;
    for (Map.Entry<String, String> field : FIELDS.entrySet()) {
      String before = RegistrantComparison.shown(shown, field.getValue());
      String after = entered.apply(field.getKey()) instanceof String text ? text.strip() : before;
      different |= !after.equals(before);
      if (field.getValue().equals(STREET) && after.equals(before)) {
        // A line may have commas of its own.
        shown.street().forEach(registrant.withArray(STREET)::add);
      } else if (!after.isEmpty()) {
        put(registrant, field.getValue(), after);
      }
    }
    return different;
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
