package io.domainflow.sandbox.cnr.contact;

import io.domainflow.sandbox.cnr.CnrDate;
import io.domainflow.sandbox.protocol.Answer;
import io.domainflow.sandbox.protocol.Code;
import io.domainflow.sandbox.protocol.ReceivedCommand;
import io.domainflow.sandbox.protocol.Refusal;
import io.domainflow.sandbox.state.Profile;
import io.domainflow.sandbox.state.Transaction;
import io.domainflow.sandbox.stored.AuthCodes;
import io.domainflow.sandbox.stored.ContactObject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Reads and shows contacts as CentralNic Reseller does. */
final class CnrContacts {

  /** The parameters that are data of a contact. */
  static final List<String> DATA =
      List.of(
          "FIRSTNAME",
          "MIDDLENAME",
          "LASTNAME",
          "TITLE",
          "ORGANIZATION",
          "STREET",
          "STREET#",
          "CITY",
          "STATE",
          "ZIP",
          "COUNTRY",
          "PHONE",
          "FAX",
          "EMAIL");

  /** The fields that StatusContact and a list show, without streets. */
  static final List<String> SHOWN =
      List.of(
          "FIRSTNAME",
          "LASTNAME",
          "ORGANIZATION",
          "CITY",
          "STATE",
          "ZIP",
          "COUNTRY",
          "PHONE",
          "FAX",
          "EMAIL");

  private CnrContacts() {}

  /**
   * Refuses the parameter STREET in the reading that has only numbered ones.
   *
   * @throws Refusal 503 naming it
   */
  static void checkStreet(ReceivedCommand call, Transaction transaction) {
    if (call.parameters().containsKey("STREET") && Profile.of(transaction) == Profile.B) {
      throw new Refusal(Code.INVALID_ATTRIBUTE, "STREET");
    }
  }

  /** The properties shown of every contact: its dates, and its state of validation. */
  static Map<String, String> standing(ContactObject contact) {
    Map<String, String> standing = new LinkedHashMap<>();
    standing.put("contact", contact.handle());
    standing.put("created date", CnrDate.of(contact.createdAt()));
    standing.put("roid", roid(contact.handle()));
    standing.put("updated date", CnrDate.of(contact.createdAt()));
    standing.put("validated", "1");
    standing.put("verification requested", "0");
    standing.put("verified", "0");
    return standing;
  }

  /** The answer to a change of a contact: the state of its validation. */
  static Answer checked(ReceivedCommand call) {
    Answer answer = Answer.of(Code.COMPLETED).with("validated", "1").with("verified", "0");
    return call.isOn("PREVERIFY") ? answer.with("verification requested", "1") : answer;
  }

  static String roid(String handle) {
    return AuthCodes.hash(handle).substring(0, 9).toUpperCase(Locale.ROOT) + "-SANDBOX";
  }

  static List<String> streets(ContactObject contact) {
    return contact.fields().entrySet().stream()
        .filter(field -> field.getKey().startsWith("STREET"))
        .sorted(Map.Entry.comparingByKey())
        .map(Map.Entry::getValue)
        .toList();
  }

  /** A field, or empty. */
  static String field(ContactObject contact, String name) {
    return contact.fields().getOrDefault(name, "");
  }
}
