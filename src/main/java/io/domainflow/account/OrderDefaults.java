package io.domainflow.account;

import io.domainflow.model.ContactRole;
import io.domainflow.model.Nameserver;
import io.domainflow.model.RenewalMode;
import java.util.List;
import java.util.Map;

/**
 * What holds for orders that say nothing else.
 *
 * @param contacts handles at the registrar; a role without one gets the registrant
 * @param transferLock whether names are locked against transfers where their registry has a lock
 */
public record OrderDefaults(
    List<Nameserver> nameservers,
    Map<ContactRole, String> contacts,
    RenewalMode renewalMode,
    boolean transferLock) {

  /** As shipped: names end unless somebody renews them, and are locked. */
  public static final OrderDefaults SHIPPED =
      new OrderDefaults(List.of(), Map.of(), RenewalMode.AUTOEXPIRE, true);

  public OrderDefaults {
    nameservers = List.copyOf(nameservers);
    contacts = Map.copyOf(contacts);
  }
}
