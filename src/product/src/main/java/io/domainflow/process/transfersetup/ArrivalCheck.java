package io.domainflow.process.transfersetup;

import io.domainflow.order.content.NameSetup;
import io.domainflow.order.content.OrderContent;
import io.domainflow.process.domain.OrderedSettings;
import io.domainflow.registrar.Reader;
import io.domainflow.registrar.RegistrarFailure.Refused;
import io.domainflow.registrar.command.ReadDomain;
import io.domainflow.registrar.command.ReadRegistrantChange;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads a name that has arrived and compares it with the order. */
final class ArrivalCheck {

  private ArrivalCheck() {}

  /**
   * The name as the registrar shows it.
   *
   * @param differences from the order, in words for people
   * @param withoutContacts whether it has no registrant that somebody could reach
   * @param trade the change of registrant that is under way
   */
  record Arrived(
      ReadDomain.Result domain,
      List<String> differences,
      boolean withoutContacts,
      ReadRegistrantChange.@Nullable Result trade) {}

  /**
   * Reads and compares.
   *
   * @param contactsReplaced whether the order's contacts were set: for some accounts the registrar
   *     turns that into a change of registrant, and shows this nowhere else
   * @throws Refused if the registrar does not show the name
   */
  static Arrived check(OrderContent ordered, boolean contactsReplaced, Reader registrar) {
    ReadDomain.Result domain = registrar.ask(new ReadDomain(ordered.domain()));
    return new Arrived(
        domain,
        differences(ordered.as(NameSetup.class), domain),
        !UsableContacts.areThere(domain, registrar),
        contactsReplaced ? trade(ordered, registrar) : null);
  }

  private static ReadRegistrantChange.@Nullable Result trade(
      OrderContent ordered, Reader registrar) {
    return registrar
        .change(ordered.domain())
        .filter(change -> !change.state().isOver())
        .orElse(null);
  }

  private static List<String> differences(NameSetup ordered, ReadDomain.Result domain) {
    List<String> differences = new ArrayList<>();
    OrderedSettings.renewalMode(ordered.renewalMode(), domain).ifPresent(differences::add);
    if (TransferLock.differs(ordered, domain)) {
      differences.add(
          ordered.transferLock()
              ? "transfer lock: ordered, but not set"
              : "transfer lock: ordered without, but set");
    }
    OrderedSettings.nameservers(ordered.nameservers(), domain).ifPresent(differences::add);
    return differences;
  }
}
