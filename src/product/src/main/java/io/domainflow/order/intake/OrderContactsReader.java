package io.domainflow.order.intake;

import io.domainflow.account.Accounts;
import io.domainflow.account.OrderDefaults;
import io.domainflow.account.ResellerAccount;
import io.domainflow.json.JsonMembers;
import io.domainflow.model.Contact;
import io.domainflow.model.ContactRole;
import io.domainflow.order.content.OrderContent;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Reads the contacts of an order; missing ones default to those of the account, else to the
 * registrant.
 */
@Component
class OrderContactsReader {

  private static final List<ContactRole> BESIDE_REGISTRANT =
      List.of(ContactRole.ADMIN, ContactRole.TECH, ContactRole.BILLING);

  private static final String DATA_OR_HANDLE =
      "must be an object: the data of the contact, or {\"handle\": \"…\"} for one that the registrar"
          + " has";

  private final Accounts accounts;

  OrderContactsReader(Accounts accounts) {
    this.accounts = accounts;
  }

  /**
   * The contacts of a new name.
   *
   * @param accountsOwn the account's default handles
   */
  static Map<ContactRole, Contact> complete(
      JsonMembers fields, Map<ContactRole, String> accountsOwn) {
    Map<ContactRole, Contact> contacts = new EnumMap<>(ContactRole.class);
    if (!fields.has("registrant")) {
      fields.problem("registrant", "REQUIRED", "is required");
      return contacts;
    }
    JsonMembers registrant = fields.object("registrant");
    if (registrant == null) {
      return contacts;
    }
    Contact holder = ContactReader.registrant(registrant);
    contacts.put(ContactRole.REGISTRANT, holder);
    for (ContactRole role : BESIDE_REGISTRANT) {
      JsonMembers contact = fields.object(member(role), DATA_OR_HANDLE);
      String own = accountsOwn.get(role);
      Contact otherwise = own == null ? holder : Contact.ofHandle(own);
      contacts.put(role, contact == null ? otherwise : ContactReader.contact(contact));
    }
    return contacts;
  }

  /** The registrant of a name; empty if missing or invalid. */
  static Map<ContactRole, Contact> registrant(JsonMembers fields) {
    Map<ContactRole, Contact> contacts = new EnumMap<>(ContactRole.class);
    JsonMembers registrant = fields.object("registrant");
    if (registrant != null) {
      contacts.put(ContactRole.REGISTRANT, ContactReader.registrant(registrant));
    } else if (!fields.has("registrant")) {
      fields.problem("registrant", "REQUIRED", "is required: the holder of the name");
    }
    return contacts;
  }

  /** The given contacts other than the registrant. */
  static Map<ContactRole, Contact> besideRegistrant(JsonMembers fields) {
    Map<ContactRole, Contact> contacts = new EnumMap<>(ContactRole.class);
    for (ContactRole role : BESIDE_REGISTRANT) {
      JsonMembers contact = fields.object(member(role), DATA_OR_HANDLE);
      if (contact != null) {
        contacts.put(role, ContactReader.contact(contact));
      }
    }
    return contacts;
  }

  /**
   * The new contacts of a name other than the registrant.
   *
   * @param correction whether it may only leave out some that were ordered before
   */
  static Map<ContactRole, Contact> changed(JsonMembers fields, boolean correction) {
    JsonMembers given = fields.object("contacts");
    if (given == null) {
      return Map.of();
    }
    if (given.has("registrant") || (correction && given.mentions("registrant"))) {
      given.problem(
          "registrant",
          "NOT_OFFERED",
          "is not changed here: give another address or phone as registrantDetails, and order"
              + " CHANGE_REGISTRANT for another name, organization or mail address");
    }
    given.refuseUnknown(Set.of("registrant", "admin", "tech", "billing"));
    if (given.names().isEmpty() && !(correction && !leftOut(fields).isEmpty())) {
      fields.problem("contacts", "REQUIRED", "must have at least one of admin, tech, billing");
    }
    return besideRegistrant(given);
  }

  /** The roles of a name's contacts that a correction leaves out, by null. */
  static Set<ContactRole> leftOut(JsonMembers fields) {
    Set<ContactRole> roles = EnumSet.noneOf(ContactRole.class);
    JsonMembers given = fields.object("contacts");
    if (given != null) {
      BESIDE_REGISTRANT.stream()
          .filter(role -> given.emptyNames().contains(member(role)))
          .forEach(roles::add);
    }
    return roles;
  }

  /**
   * The contacts of an order after corrections; one that defaulted to another contact follows it.
   */
  Map<ContactRole, Contact> revised(JsonMembers fields, OrderContent order) {
    Map<ContactRole, Contact> contacts = new EnumMap<>(ContactRole.class);
    contacts.putAll(order.contacts());
    JsonMembers registrant = fields.object("registrant");
    Contact former = order.registrant();
    if (registrant != null && former != null) {
      Contact holder = ContactReader.registrant(registrant);
      contacts.replaceAll((role, contact) -> contact.equals(former) ? holder : contact);
    } else if (registrant != null) {
      OrderDefaults defaults =
          accounts
              .findForOrder(order.account())
              .map(ResellerAccount::defaults)
              .orElse(OrderDefaults.SHIPPED);
      complete(fields, defaults.contacts()).forEach(contacts::putIfAbsent);
    }
    contacts.putAll(besideRegistrant(fields));
    return contacts;
  }

  private static String member(ContactRole role) {
    return role.name().toLowerCase(Locale.ROOT);
  }
}
