package io.domainflow.process.namesimport;

import io.domainflow.imports.SeenName;
import io.domainflow.ispapi.command.QueryDomainList;
import io.domainflow.ispapi.command.StatusDomain;
import io.domainflow.model.DomainName;
import java.util.List;
import java.util.Map;

/** Makes what an import keeps of a name of what the registrar states of it. */
final class SeenNames {

  private SeenNames() {}

  static SeenName of(QueryDomainList.Name name) {
    return new SeenName(
        DomainName.ofHeld(name.domain()),
        name.domainStatus(),
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

  static SeenName of(DomainName domain, StatusDomain.Result name) {
    return new SeenName(
        domain,
        name.domainStatus(),
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
