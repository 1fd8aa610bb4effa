package io.domainflow.process.update;

import io.domainflow.account.Accounts;
import io.domainflow.account.Platform;
import io.domainflow.model.Contact;
import io.domainflow.model.ContactRole;
import io.domainflow.model.NameSettings;
import io.domainflow.model.Nameserver;
import io.domainflow.model.Section;
import io.domainflow.order.ProvisioningOrder;
import io.domainflow.order.content.UpdateOrder;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Determines the settings that an order wants, as far as they can be compared with the name's. */
@Component
class UpdateSettings {

  private final Accounts accounts;

  UpdateSettings(Accounts accounts) {
    this.accounts = accounts;
  }

  /** The wanted settings, without contacts that have no handle yet. */
  NameSettings of(ProvisioningOrder order) {
    UpdateOrder ordered = order.content().as(UpdateOrder.class);
    Map<ContactRole, List<String>> handles = new EnumMap<>(ContactRole.class);
    ordered
        .contacts()
        .forEach(
            (role, contact) -> {
              String handle = handle(order, role, contact);
              if (handle != null) {
                handles.put(role, List.of(handle));
              }
            });
    NameSettings settings = ordered.settings();
    return new NameSettings(
        ordered.registrarDns() ? dnsServers(order) : settings.nameservers(),
        settings.transferLock(),
        settings.privacy(),
        settings.renewalMode(),
        handles);
  }

  /** The sections with a contact that has no handle yet: whether they differ is not known. */
  static Set<Section> withoutHandle(ProvisioningOrder order) {
    UpdateOrder ordered = order.content().as(UpdateOrder.class);
    Set<Section> sections = EnumSet.noneOf(Section.class);
    ordered
        .contacts()
        .forEach(
            (role, contact) -> {
              if (handle(order, role, contact) == null) {
                sections.add(Section.of(role));
              }
            });
    if (ordered.registrantDetails() != null
        && !ordered.contacts().containsKey(ContactRole.REGISTRANT)) {
      sections.add(Section.REGISTRANT_DETAILS);
    }
    return sections;
  }

  private static @Nullable String handle(
      ProvisioningOrder order, ContactRole role, Contact contact) {
    return contact.isHandle() ? contact.handle() : order.purchase().handles().get(role);
  }

  private List<Nameserver> dnsServers(ProvisioningOrder order) {
    Platform platform = accounts.find(order.content().account()).orElseThrow().system().platform();
    return platform.dnsServers();
  }
}
