package io.domainflow.process.registration;

import io.domainflow.model.Contact;
import io.domainflow.model.ContactRole;
import io.domainflow.order.content.RegistrationOrder;
import io.domainflow.process.domain.OrderedSettings;
import io.domainflow.process.text.PlainTime;
import io.domainflow.registrar.command.ReadDomain;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Finds the differences between a registered name and its order: a change that the registrar
 * reports as done counts only once it has been read back.
 */
final class RegistrationDifferences {

  /** Stands between two differences, and in none of them. */
  static final String BETWEEN = "; ";

  private RegistrationDifferences() {}

  /**
   * The differences, for people; empty if there are none.
   *
   * @param registrant as the registrar shows it; null if it shows none
   */
  static List<String> of(
      RegistrationOrder ordered, ReadDomain.Result domain, @Nullable Contact registrant) {
    List<String> differences = new ArrayList<>();
    OrderedSettings.renewalMode(ordered.renewalMode(), domain).ifPresent(differences::add);
    if (ordered.transferLock() && !domain.transferLocked().orElse(false)) {
      differences.add("transfer lock: ordered, but not set");
    }
    OrderedSettings.nameservers(ordered.nameservers(), domain).ifPresent(differences::add);
    Instant createdAt = domain.createdAt();
    Instant expiresAt = domain.expiresAt();
    if (createdAt != null
        && expiresAt != null
        && years(createdAt, expiresAt) != ordered.period().years()) {
      differences.add(
          "period: ordered "
              + ordered.period().words()
              + ", registered until "
              + PlainTime.of(expiresAt));
    }
    if (!sameHolder(registrant(ordered), registrant)) {
      differences.add(
          "registrant: name, organization or mail address is not the one ordered (the contact of the"
              + " name at the registrar shows who it is)");
    }
    return differences;
  }

  private static Contact registrant(RegistrationOrder ordered) {
    return Objects.requireNonNull(
        ordered.contacts().get(ContactRole.REGISTRANT), "a registration names its registrant");
  }

  // Registries count from their own second; a day more or less makes no year.
  private static long years(Instant createdAt, Instant expiresAt) {
    return ChronoUnit.YEARS.between(
        createdAt.atOffset(ZoneOffset.UTC), expiresAt.atOffset(ZoneOffset.UTC).plusDays(2));
  }

  /**
   * Compares the fields that the rules for changes of registrant call material; registries reformat
   * the others.
   */
  private static boolean sameHolder(Contact ordered, @Nullable Contact registered) {
    return registered != null
        && same(ordered.firstName(), registered.firstName())
        && same(ordered.lastName(), registered.lastName())
        && same(ordered.organization(), registered.organization())
        && same(ordered.email(), registered.email());
  }

  private static boolean same(@Nullable String ordered, @Nullable String registered) {
    return (ordered == null ? "" : ordered).equalsIgnoreCase(registered == null ? "" : registered);
  }
}
