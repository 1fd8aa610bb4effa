package io.domainflow.imports;

import io.domainflow.imports.BillingRow.Standing;
import io.domainflow.imports.ImportWork.Name;
import io.domainflow.model.DomainStatus;
import io.domainflow.model.RenewalMode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Compares the billing system's and the registrar's data of a name. */
final class NameComparison {

  /** Time zones, and the registries' notation for the end of a day, shift a date by up to this. */
  private static final int SAME_DAYS = 1;

  /** How long before the end of a name a missing renewal is reported. */
  private static final Duration SOON = Duration.ofDays(30);

  private static final Set<DomainStatus> NOT_IN_FORCE =
      Set.of(
          DomainStatus.PENDING,
          DomainStatus.EXPIRED,
          DomainStatus.DELETED,
          DomainStatus.TRANSFERRED_AWAY);

  private final boolean withList;
  private final Instant now;

  /**
   * @param withList whether there is a list of the billing system
   */
  NameComparison(boolean withList, Instant now) {
    this.withList = withList;
    this.now = now;
  }

  /**
   * Compares one name.
   *
   * @param domain in Unicode
   * @param row null if the billing system does not have it
   * @param name null if it is not in the account and was not looked up
   * @param findings receives the findings
   */
  void compare(
      String domain, @Nullable BillingRow row, @Nullable Name name, List<ImportFinding> findings) {
    Report report = new Report(domain, row, findings);
    if (name != null && name.remark() != null && !Boolean.FALSE.equals(name.here())) {
      report.add(ImportFindingKind.NOT_READ, asWritten(row), name.remark());
    }
    if (name == null || name.here() == null) {
      return;
    }
    if (!name.here()) {
      report.add(ImportFindingKind.NOT_AT_REGISTRAR, asWritten(row), name.remark());
    } else if (row != null) {
      standing(row, name, report);
      dates(row, name, report);
    } else if (withList) {
      report.add(ImportFindingKind.NOT_IN_LIST, null, registrarsDates(name) + charge(name));
    }
  }

  private void standing(BillingRow row, Name name, Report report) {
    boolean billed = row.standing() == Standing.BILLED;
    boolean renews = isMode(name, RenewalMode.AUTORENEW);
    if (row.standing() == Standing.LEFT
        || (row.standing() == Standing.PENDING && name.status() == DomainStatus.ACTIVE)
        || (billed && NOT_IN_FORCE.contains(name.status()))) {
      report.add(ImportFindingKind.STATUS_DIFFERS, name);
    }
    if (renews && !billed && row.standing() != Standing.PENDING) {
      report.add(
          ImportFindingKind.WOULD_RENEW_UNPAID,
          asWritten(row),
          registrarsDates(name) + charge(name));
    }
    if (billed && !renews && !isPaidAhead(name) && endsSoon(name)) {
      report.add(ImportFindingKind.WOULD_EXPIRE, name);
    }
  }

  private boolean endsSoon(Name name) {
    return isMode(name, RenewalMode.AUTODELETE)
        || (name.expiresAt() != null && name.expiresAt().isBefore(now.plus(SOON)));
  }

  private static void dates(BillingRow row, Name name, Report report) {
    boolean counts = row.standing() != Standing.ENDED && row.standing() != Standing.LEFT;
    List<LocalDate> ends =
        Stream.of(name.expiresAt(), name.paidUntil())
            .filter(Objects::nonNull)
            .map(NameComparison::day)
            .toList();
    if (!counts || ends.isEmpty()) {
      return;
    }
    // A renewal paid ahead has two end dates, and the billing system may have either.
    if (row.expiresOn() != null && ends.stream().noneMatch(end -> isSame(end, row.expiresOn()))) {
      report.add(ImportFindingKind.EXPIRY_DIFFERS, name);
    }
    if (row.dueOn() != null
        && row.standing() == Standing.BILLED
        && ends.stream().allMatch(end -> row.dueOn().isAfter(end.plusDays(SAME_DAYS)))) {
      report.add(ImportFindingKind.DUE_AFTER_END, name);
    }
  }

  private static boolean isSame(LocalDate one, LocalDate other) {
    return Math.abs(one.toEpochDay() - other.toEpochDay()) <= SAME_DAYS;
  }

  private static boolean isMode(Name name, RenewalMode mode) {
    return mode.name().equals(name.renewalMode());
  }

  private static boolean isPaidAhead(Name name) {
    return name.expiresAt() != null
        && name.paidUntil() != null
        && name.paidUntil().isAfter(name.expiresAt().plus(Duration.ofDays(SAME_DAYS)));
  }

  private static LocalDate day(Instant instant) {
    return instant.atZone(ZoneOffset.UTC).toLocalDate();
  }

  private static @Nullable String asWritten(@Nullable BillingRow row) {
    return row == null ? null : row.asWritten();
  }

  private static String registrarsDates(Name name) {
    Instant paidUntil = name.paidUntil();
    return Stream.of(
            Objects.requireNonNull(name.status(), "a name that is here has a status").name(),
            name.expiresAt() == null ? null : "expires " + day(name.expiresAt()),
            paidUntil != null && isPaidAhead(name) ? "paid until " + day(paidUntil) : null,
            name.renewalMode() == null || name.renewalMode().isEmpty()
                ? null
                : "renewal mode " + name.renewalMode())
        .filter(Objects::nonNull)
        .collect(Collectors.joining(", "));
  }

  private static String charge(Name name) {
    return isMode(name, RenewalMode.AUTORENEW) && name.chargedAt() != null
        ? ", the renewal is charged on " + day(name.chargedAt())
        : "";
  }

  /** Collects the findings about one name. */
  private record Report(String domain, @Nullable BillingRow row, List<ImportFinding> findings) {

    void add(ImportFindingKind kind, Name name) {
      add(kind, asWritten(row), registrarsDates(name));
    }

    void add(ImportFindingKind kind, @Nullable String billing, @Nullable String registrar) {
      findings.add(ImportComparison.finding(kind, domain, row, billing, registrar));
    }
  }
}
