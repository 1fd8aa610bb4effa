package io.domainflow.process.changeofregistrant;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.domainflow.model.Contact;
import io.domainflow.process.start.StartForm;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Maps the new registrant to fields of a form, each with its own key. */
final class NewRegistrantForm {

  /** The prefix of the keys. */
  static final String PREFIX = "new";

  /** Members of the registrant by form key. */
  static final Map<String, String> FIELDS = StartForm.contactKeys(PREFIX);

  private static final String STREET = "street";

  private NewRegistrantForm() {}

  /**
   * Applies the corrections of a registrant to an object of the order API. Values that are missing
   * from the answers, or equal to what the form showed, are kept.
   *
   * @param entered gives the value of a form key; null if there is none
   * @return whether anything is different
   */
  static boolean correct(
      Function<String, @Nullable Object> entered, Contact shown, ObjectNode registrant) {
    boolean different = false;
    for (Map.Entry<String, String> field : FIELDS.entrySet()) {
      String before = RegistrantComparison.shown(shown, field.getValue());
      String after = entered.apply(field.getKey()) instanceof String text ? text.strip() : before;
      different |= !after.equals(before);
      if (field.getValue().equals(STREET) && after.equals(before)) {
        // A line may itself contain commas.
        shown.street().forEach(registrant.withArray(STREET)::add);
      } else if (!after.isEmpty()) {
        StartForm.put(registrant, field.getValue(), after);
      }
    }
    return different;
  }
}
