package io.domainflow.account;

import io.domainflow.model.ContactRole;
import java.util.Map;

/**
 * An account at the registrar through which names are bought.
 *
 * @param name how orders and people call it
 * @param login login at the registrar, {@code account} or {@code account!role}
 * @param contacts handles of the contacts that orders get which name none of their own
 */
public record ResellerAccount(
    String name, RegistrarSystem system, String login, Map<ContactRole, String> contacts) {

  /** How much it may ask of the registrar; null for as much as it likes. */
  public Quota quota() {
    return system == RegistrarSystem.SANDBOX ? null : Quota.USUAL;
  }

  public ResellerAccount {
    contacts = Map.copyOf(contacts);
  }
}
