package io.domainflow.sandbox.registry;

import io.domainflow.sandbox.ConditionalOnSandbox;
import io.domainflow.sandbox.Platform;
import io.domainflow.sandbox.protocol.Code;
import io.domainflow.sandbox.protocol.ReceivedCommand;
import io.domainflow.sandbox.protocol.Refusal;
import io.domainflow.sandbox.state.Profile;
import io.domainflow.sandbox.state.Table;
import io.domainflow.sandbox.state.Transaction;
import io.domainflow.sandbox.stored.AuthCodes;
import io.domainflow.sandbox.stored.ContactObject;
import java.time.Clock;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Finds and creates contacts. */
@Component("sandboxContacts")
@ConditionalOnSandbox
public class Contacts {

  private static final List<String> REQUIRED =
      List.of("STREET0", "ZIP", "CITY", "COUNTRY", "PHONE", "EMAIL");

  private final Clock clock;

  Contacts(Clock clock) {
    this.clock = clock;
  }

  /**
   * The data of the contact in a slot, from the registry or from the call itself.
   *
   * @param slot such as OWNERCONTACT0
   * @return empty if the slot is left empty
   * @throws Refusal if the handle is unknown, the data incomplete, or both are given
   */
  public Optional<Map<String, String>> data(
      String slot, ReceivedCommand call, Transaction transaction) {
    Map<String, String> inline = inline(slot, call);
    Optional<String> handle = call.value(slot);
    if (handle.isPresent()) {
      if (!inline.isEmpty()) {
        throw new Refusal(
            Code.INVALID_ATTRIBUTE, slot + inline.keySet().iterator().next() + " beside a handle");
      }
      return Optional.of(known(slot, handle.get(), call, transaction).fields());
    }
    if (inline.isEmpty()) {
      return Optional.empty();
    }
    requireComplete(slot, inline);
    return Optional.of(inline);
  }

  /** The handle for a slot, created from the data if necessary; empty if the slot is left empty. */
  public Optional<String> handle(String slot, ReceivedCommand call, Transaction transaction) {
    if (call.value(slot).isPresent()) {
      return call.value(slot);
    }
    return data(slot, call, transaction)
        .map(
            fields ->
                identical(call.account(), fields, transaction)
                    .orElseGet(() -> add(call.account(), fields, transaction)));
  }

  private static ContactObject known(
      String slot, String handle, ReceivedCommand call, Transaction transaction) {
    return transaction
        .find(Table.CONTACTS, handle.toUpperCase(Locale.ROOT))
        .filter(contact -> contact.account().equals(call.account()))
        .orElseThrow(
            () ->
                new Refusal(
                    Profile.of(transaction) == Profile.A ? Code.NOT_FOUND : Code.INVALID_VALUE,
                    slot));
  }

  /**
   * The contact a command is about.
   *
   * @throws Refusal 545 if there is none, 531 if it is another account's
   */
  public static ContactObject own(ReceivedCommand call, Transaction transaction) {
    ContactObject contact =
        transaction
            .find(Table.CONTACTS, call.required("CONTACT").toUpperCase(Locale.ROOT))
            .filter(known -> Platform.same(known.account(), call.account()))
            .orElseThrow(() -> new Refusal(Code.NOT_FOUND));
    if (!contact.account().equals(call.account())) {
      throw new Refusal(Code.AUTHORIZATION_FAILED);
    }
    return contact;
  }

  /** The fields of a contact in the order and spelling in which they are stored. */
  public static Map<String, String> normalized(Map<String, String> given) {
    Map<String, String> fields = new LinkedHashMap<>();
    given.forEach(
        (name, value) -> {
          if (!value.isEmpty()) {
            fields.put(name.equals("STREET") ? "STREET0" : name, value);
          }
        });
    return fields;
  }

  /** Refuses incomplete contact data; {@code prefix} precedes the field's name. */
  public static void requireComplete(String prefix, Map<String, String> fields) {
    if (!fields.containsKey("NAME")) {
      requireField(prefix, "FIRSTNAME", fields);
      requireField(prefix, "LASTNAME", fields);
    }
    REQUIRED.forEach(name -> requireField(prefix, name, fields));
  }

  private static void requireField(String prefix, String name, Map<String, String> fields) {
    if (!fields.containsKey(name)) {
      throw new Refusal(
          Code.MISSING_ATTRIBUTE, prefix + (name.equals("STREET0") ? "STREET" : name));
    }
  }

  public Optional<String> identical(
      String account, Map<String, String> fields, Transaction transaction) {
    return transaction.all(Table.CONTACTS).stream()
        .filter(contact -> contact.account().equals(account) && contact.fields().equals(fields))
        .map(ContactObject::handle)
        .findFirst();
  }

  public String add(String account, Map<String, String> fields, Transaction transaction) {
    String handle = "P-" + initials(fields) + (2_000_000 + transaction.next("contact"));
    transaction.put(
        Table.CONTACTS,
        new ContactObject(handle, account, fields, AuthCodes.of(handle), clock.instant()));
    return handle;
  }

  /** Copies contacts to another account. */
  public Map<String, List<String>> copy(
      Map<String, List<String>> handles, String account, Transaction transaction) {
    Map<String, String> copies = new HashMap<>();
    Map<String, List<String>> copied = new LinkedHashMap<>();
    handles.forEach(
        (role, ofRole) ->
            copied.put(
                role,
                ofRole.stream()
                    .flatMap(handle -> fields(handle, transaction).stream())
                    .map(
                        fields ->
                            copies.computeIfAbsent(
                                fields.toString(), f -> add(account, fields, transaction)))
                    .toList()));
    return copied;
  }

  /** The data of a contact, of any account. */
  public static Optional<Map<String, String>> fields(String handle, Transaction transaction) {
    return transaction
        .find(Table.CONTACTS, handle.toUpperCase(Locale.ROOT))
        .map(ContactObject::fields);
  }

  /** First and last name, or the whole name. */
  public static String name(Map<String, String> fields) {
    return fields.getOrDefault(
        "NAME", fields.getOrDefault("FIRSTNAME", "") + " " + fields.getOrDefault("LASTNAME", ""));
  }

  private static String initials(Map<String, String> fields) {
    String name =
        fields
            .getOrDefault("NAME", fields.get("FIRSTNAME") + fields.get("LASTNAME"))
            .toUpperCase(Locale.ROOT)
            .replaceAll("[^A-Z]", "");
    return (name + "XXX").substring(0, 3);
  }

  private static Map<String, String> inline(String slot, ReceivedCommand call) {
    Map<String, String> fields = new LinkedHashMap<>();
    call.parameters()
        .forEach(
            (name, value) -> {
              if (name.startsWith(slot) && name.length() > slot.length()) {
                fields.put(name.substring(slot.length()), value);
              }
            });
    return normalized(fields);
  }
}
