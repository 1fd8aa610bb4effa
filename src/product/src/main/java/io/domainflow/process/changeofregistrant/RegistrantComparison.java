package io.domainflow.process.changeofregistrant;

import com.ibm.icu.text.Collator;
import com.ibm.icu.util.ULocale;
import io.domainflow.model.Contact;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Compares the present registrant with the ordered one. A different name, organization or mail
 * address makes a change of registrant; address and phone do not (ICANN's transfer policy, section
 * II.A.1.1).
 */
final class RegistrantComparison {

  /** The members of a contact by their names in the order API. */
  private static final Map<String, Function<Contact, @Nullable Object>> FIELDS = fields();

  private static final Set<String> OF_THE_PERSON =
      Set.of("firstName", "lastName", "organization", "email");

  private static final int TYPING_ERROR = 2;

  private RegistrantComparison() {}

  private static Map<String, Function<Contact, @Nullable Object>> fields() {
    Map<String, Function<Contact, @Nullable Object>> fields = new LinkedHashMap<>();
    fields.put("firstName", contact -> text(contact.firstName()));
    fields.put("lastName", contact -> text(contact.lastName()));
    fields.put("organization", contact -> text(contact.organization()));
    fields.put("email", contact -> text(contact.email()));
    fields.put(
        "street",
        contact ->
            contact.street().stream()
                .map(RegistrantComparison::text)
                .filter(Objects::nonNull)
                .toList());
    fields.put("city", contact -> text(contact.city()));
    fields.put("state", contact -> text(contact.state()));
    fields.put("postalCode", contact -> text(contact.postalCode()));
    fields.put("country", contact -> text(contact.country()));
    fields.put("phone", contact -> text(contact.phone()));
    return fields;
  }

  /** The members that differ. */
  static List<String> differences(Contact before, Contact after) {
    List<String> differences = new ArrayList<>();
    FIELDS.forEach(
        (name, field) -> {
          if (!Objects.equals(field.apply(before), field.apply(after))) {
            differences.add(name);
          }
        });
    return differences;
  }

  /** Whether the registrant is a different one, not the same one with different data. */
  static boolean isOfThePerson(List<String> differences) {
    return differences.stream().anyMatch(OF_THE_PERSON::contains);
  }

  /** The value of a field, for people; an empty text if it has none. */
  static String shown(Contact contact, String field) {
    Object value = Objects.requireNonNull(FIELDS.get(field), field).apply(contact);
    return value instanceof List<?> lines
        ? String.join(", ", lines.stream().map(Object::toString).toList())
        : value == null ? "" : value.toString();
  }

  /**
   * Whether the differences look like the correction of a typing error. People see it, but it
   * decides nothing, because thieves of names enter a new mail address or name.
   */
  static boolean looksLikeCorrection(Contact before, Contact after, List<String> differences) {
    return differences.stream()
        .allMatch(
            field ->
                OF_THE_PERSON.contains(field)
                    && !field.equals("email")
                    && areAlike(shown(before, field), shown(after, field)));
  }

  private static boolean areAlike(String one, String other) {
    if (one.isEmpty() || other.isEmpty()) {
      return false;
    }
    Collator letters = Collator.getInstance(ULocale.ROOT);
    letters.setStrength(Collator.PRIMARY);
    return letters.compare(one, other) == 0 || distance(one, other) <= TYPING_ERROR;
  }

  /** The number of letters to add, leave out or exchange. */
  private static int distance(String one, String other) {
    int[] row = new int[other.length() + 1];
    for (int j = 0; j <= other.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= one.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= other.length(); j++) {
        int exchanged = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(exchanged, Math.min(row[j], row[j - 1]) + 1);
      }
    }
    return row[other.length()];
  }

  private static @Nullable String text(@Nullable String value) {
    return value == null || value.isBlank() ? null : value.strip();
  }
}
