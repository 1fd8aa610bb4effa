package io.domainflow.account;

import io.domainflow.model.ContactRole;
import java.util.EnumMap;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of accounts and of the vault.
 *
 * @param masterkey key that seals passwords and additional fields in the database: base64 of 32
 *     bytes. Without it nothing sealed can be read again.
 * @param accounts reseller accounts by name, written to the database at each start
 */
@ConfigurationProperties("domainflow")
public record AccountProperties(String masterkey, @DefaultValue Map<String, Account> accounts) {

  /**
   * One reseller account.
   *
   * @param system LIVE, OTE (the registrar's test system) or SANDBOX (the stand-in that ships with
   *     Domainflow)
   * @param login login at the registrar, account or account!role
   * @param password password at the registrar
   * @param adminContact handle at the registrar for orders that name no administrative contact;
   *     without one the registrant is it
   * @param techContact the same for the technical contact
   * @param billingContact the same for the billing contact
   */
  public record Account(
      RegistrarSystem system,
      String login,
      String password,
      String adminContact,
      String techContact,
      String billingContact) {

    Map<ContactRole, String> contacts() {
      Map<ContactRole, String> contacts = new EnumMap<>(ContactRole.class);
      putIfGiven(contacts, ContactRole.ADMIN, adminContact);
      putIfGiven(contacts, ContactRole.TECH, techContact);
      putIfGiven(contacts, ContactRole.BILLING, billingContact);
      return contacts;
    }

    private static void putIfGiven(
        Map<ContactRole, String> contacts, ContactRole role, String handle) {
      if (handle != null && !handle.isBlank()) {
        contacts.put(role, handle.strip());
      }
    }

    @Override
    public String toString() {
      return "Account[" + system + ", " + login + "]";
    }
  }

  @Override
  public String toString() {
    return "AccountProperties" + accounts;
  }
}
