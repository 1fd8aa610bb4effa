package io.domainflow.account;

import io.domainflow.model.ContactRole;
import io.domainflow.model.Nameserver;
import io.domainflow.model.RenewalMode;
import java.util.List;
import java.util.Map;

/**
 * The defaults of an account's orders.
 *
 * @param contacts handles at the registrar; the registrant is used for a role without one
 * @param transferLock whether names are locked against transfers if their registry has a lock
 */
public record OrderDefaults(
    List<Nameserver> nameservers,
    Map<ContactRole, String> contacts,
    RenewalMode renewalMode,
    boolean transferLock) {

  /** The built-in defaults: names expire unless somebody renews them, and are locked. */
  public static final OrderDefaults SHIPPED =
      new OrderDefaults(List.of(), Map.of(), RenewalMode.AUTOEXPIRE, true);

  public OrderDefaults {
    nameservers = List.copyOf(nameservers);
    contacts = Map.copyOf(contacts);
  }
}
