package io.domainflow.order.intake;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.ValidationResult;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import io.domainflow.json.JsonMembers;
import io.domainflow.model.Contact;
import io.domainflow.model.DomainName;
import io.domainflow.model.InvalidValue;
import io.domainflow.order.content.RegistrantDetails;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads a contact of an order. */
final class ContactReader {

  private static final Set<String> MEMBERS =
      Set.of(
          "handle",
          "firstName",
          "lastName",
          "organization",
          "street",
          "city",
          "state",
          "postalCode",
          "country",
          "phone",
          "email");

  private static final Set<String> ADDRESS =
      Set.of("street", "city", "state", "postalCode", "country");

  /** The members that can change without making it a different registrant. */
  private static final Set<String> DETAILS =
      Set.of("street", "city", "state", "postalCode", "country", "phone");

  private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());
  private static final Pattern NO_ORGANIZATION =
      Pattern.compile(
          "[^\\p{L}\\p{N}]*|n[./ ]?a\\.?|none|null|no|private|privat|individual|person|not applicable",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern HANDLE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]{1,31}");
  private static final Pattern PHONE = Pattern.compile("\\+[0-9 .()/-]+");
  // The dot-atom of RFC 5322; quoted local parts are not accepted by registries.
  private static final Pattern LOCAL_PART =
      Pattern.compile("[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*");
  private static final PhoneNumberUtil PHONES = PhoneNumberUtil.getInstance();

  private ContactReader() {}

  /**
   * Reads contact data; a handle is refused, because the applicable rules depend on the
   * registrant's data.
   */
  static @Nullable Contact registrant(JsonMembers fields) {
    if (fields.has("handle")) {
      fields.problem("handle", "NOT_OFFERED", "is not possible for the registrant; give the data");
      return null;
    }
    return data(fields);
  }

  /** Reads contact data or a handle at the registrar. */
  static @Nullable Contact contact(JsonMembers fields) {
    if (!fields.has("handle")) {
      return data(fields);
    }
    if (fields.names().size() > 1) {
      fields.problem("handle", "INVALID", "stands alone: give either a handle or the data");
    }
    String handle =
        fields.required(
            "handle",
            text -> {
              if (!HANDLE.matcher(text).matches()) {
                throw new InvalidValue("must be a contact handle such as P-ABC123");
              }
              return text;
            });
    return handle == null ? null : Contact.ofHandle(handle);
  }

  /** Reads a new address or phone of an unchanged registrant. */
  static RegistrantDetails details(JsonMembers fields) {
    fields.refuseUnknown(MEMBERS);
    MEMBERS.stream()
        .filter(member -> !DETAILS.contains(member) && fields.has(member))
        .sorted()
        .forEach(
            member ->
                fields.problem(
                    member,
                    "NOT_OFFERED",
                    "is not changed by an update, because it makes another registrant: order"
                        + " CHANGE_REGISTRANT instead"));
    if (fields.names().isEmpty()) {
      fields.problem("street", "REQUIRED", "is required, with the rest of the address, or a phone");
    }
    boolean moves = ADDRESS.stream().anyMatch(fields::has);
    return new RegistrantDetails(
        moves ? fields.requiredList("street", 3) : List.of(),
        moves ? fields.required("city") : null,
        fields.optional("state"),
        moves ? fields.required("postalCode") : null,
        fields.optional("country", ContactReader::country),
        fields.optional("phone", ContactReader::phone));
  }

  private static Contact data(JsonMembers fields) {
    fields.refuseUnknown(MEMBERS);
    return new Contact(
        null,
        fields.required("firstName"),
        fields.required("lastName"),
        fields.optional("organization", ContactReader::organization),
        fields.requiredList("street", 3),
        fields.required("city"),
        fields.optional("state"),
        fields.required("postalCode"),
        fields.required("country", ContactReader::country),
        fields.required("phone", ContactReader::phone),
        fields.required("email", ContactReader::email));
  }

  // For registries, a contact with an organization is an organization, with different rules and
  // duties.
  private static String organization(String text) {
    if (NO_ORGANIZATION.matcher(text).matches()) {
      throw new InvalidValue("is not a name; leave it out for an individual");
    }
    return text;
  }

  private static String country(String text) {
    String upper = text.toUpperCase(Locale.ROOT);
    if (text.length() != 2 || !COUNTRIES.contains(upper)) {
      throw new InvalidValue("must be a country code of two letters (ISO 3166-1), such as DE");
    }
    return upper;
  }

  /** Converts a phone number to the registrar's {@code +CC.NUMBER}. */
  private static String phone(String text) {
    try {
      if (!PHONE.matcher(text).matches()) {
        throw new InvalidValue("must start with + and the country code, such as +49.301234567");
      }
      PhoneNumber number = PHONES.parse(text.replace('.', ' '), null);
      if (PHONES.isPossibleNumberWithReason(number) != ValidationResult.IS_POSSIBLE) {
        throw new InvalidValue("has too many or too few digits for its country code");
      }
      return "+" + number.getCountryCode() + "." + PHONES.getNationalSignificantNumber(number);
    } catch (NumberParseException e) {
      throw new InvalidValue("must start with + and the country code, such as +49.301234567");
    }
  }

  private static String email(String text) {
    int at = text.lastIndexOf('@');
    if (at < 1 || at > 64 || !LOCAL_PART.matcher(text.substring(0, at)).matches()) {
      throw new InvalidValue("must be a mail address such as ada@example.net");
    }
    DomainName host = mailHost(text.substring(at + 1));
    if (host.isIdn()) {
      throw new InvalidValue("must not have an internationalized domain: registries refuse it");
    }
    return text;
  }

  private static DomainName mailHost(String host) {
    try {
      return DomainName.of(host);
    } catch (InvalidValue e) {
      throw new InvalidValue("must be a mail address such as ada@example.net");
    }
  }
}
