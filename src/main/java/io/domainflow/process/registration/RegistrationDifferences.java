package io.domainflow.process.registration;

import io.domainflow.model.Contact;
import io.domainflow.model.ContactRole;
import io.domainflow.order.wanted.RegistrationOrder;
import io.domainflow.process.domain.OrderedSettings;
import io.domainflow.process.text.PlainTime;
import io.domainflow.registrar.command.ReadDomain;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/**
 * How a registered name differs from its order: what the registrar reports as done counts only once
 * it is seen.
 */
final class RegistrationDifferences {

  private RegistrationDifferences() {}

  /**
   * What differs, for people; empty if nothing does.
   *
   * @param registrant as the registrar has it; null if it shows none
   */
  static List<String> of(RegistrationOrder ordered, ReadDomain.Result domain, Contact registrant) {
    List<String> differences = new ArrayList<>();
    OrderedSettings.renewalMode(ordered.renewalMode(), domain).ifPresent(differences::add);
    if (ordered.transferLock() && !domain.transferLocked().orElse(false)) {
      differences.add("transfer lock: ordered, but not set");
    }
    OrderedSettings.nameservers(ordered.nameservers(), domain).ifPresent(differences::add);
    if (domain.createdAt() != null
        && domain.expiresAt() != null
        && years(domain) != ordered.period().years()) {
      differences.add(
          "period: ordered "
              + ordered.period()
              + ", registered until "
              + PlainTime.of(domain.expiresAt()));
    }
    if (!sameHolder(ordered.contacts().get(ContactRole.REGISTRANT), registrant)) {
      differences.add(
          "registrant: name, organization or mail address is not the one ordered; the contact of the"
              + " name at the registrar shows who it is");
    }
    return differences;
  }

  // Registries count from their own second; a day more or less is not a year.
  private static long years(ReadDomain.Result domain) {
    return ChronoUnit.YEARS.between(
        domain.createdAt().atOffset(ZoneOffset.UTC),
        domain.expiresAt().atOffset(ZoneOffset.UTC).plusDays(2));
  }

  /** By what the rules on changes of registrant call material; registries respell the rest. */
  private static boolean sameHolder(Contact ordered, Contact registered) {
    return registered != null
        && same(ordered.firstName(), registered.firstName())
        && same(ordered.lastName(), registered.lastName())
        && same(ordered.organization(), registered.organization())
        && same(ordered.email(), registered.email());
  }

  private static boolean same(String ordered, String registered) {
    return (ordered == null ? "" : ordered).equalsIgnoreCase(registered == null ? "" : registered);
  }
}
