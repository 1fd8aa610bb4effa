package io.domainflow.process.namesimport;

import io.domainflow.imports.NameAtRegistrar;
import io.domainflow.model.DomainName;
import io.domainflow.registrar.command.ListDomains;
import io.domainflow.registrar.command.ReadDomain;
import java.util.List;
import java.util.Map;

/** Converts the registrar's data of a name into what an import stores. */
final class NamesAtRegistrar {

  private NamesAtRegistrar() {}

  static NameAtRegistrar of(ListDomains.Name name) {
    return new NameAtRegistrar(
        DomainName.ofManaged(name.domain()),
        name.state().status(),
        name.renewalMode().map(Enum::name).orElse(name.statedMode()),
        name.expiresAt(),
        name.paidUntil(),
        name.accountingDate(),
        Map.of(
            "OWNER", name.ownerContacts(),
            "ADMIN", name.adminContacts(),
            "TECH", name.techContacts(),
            "BILLING", name.billingContacts()));
  }

  static NameAtRegistrar of(DomainName domain, ReadDomain.Result name) {
    return new NameAtRegistrar(
        domain,
        name.state().status(),
        name.renewalMode().map(Enum::name).orElse(""),
        name.expiresAt(),
        name.paidUntil(),
        name.accountingDate(),
        Map.of(
            "OWNER", name.ownerContact() == null ? List.of() : List.of(name.ownerContact()),
            "ADMIN", name.adminContacts(),
            "TECH", name.techContacts(),
            "BILLING", name.billingContacts()));
  }
}
